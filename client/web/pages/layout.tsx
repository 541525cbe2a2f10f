import type { ComponentChildren, VNode } from 'preact';
import { assetUrl } from '../assets';
import type { Shell } from './shell';

interface LayoutProps {
  title: string;
  shell: Shell;
  children: ComponentChildren;
  /** Wider than a letter: for pages with two columns. */
  wide?: boolean;
}

/** The frame of every page: skip link, navigation, the safety switches, banners, and what was just done. */
export function Layout({ title, shell, children, wide }: LayoutProps): VNode {
  return (
    <html lang="en">
      <Head title={title} />
      <body>
        <a class="skip-link" href="#main">
          Skip to the content
        </a>
        <header class="site-header">
          <div class="bar">
            <a class="brand" href="/">
              <span aria-hidden="true" class="brand-mark" />
              Afterview
            </a>
            <Navigation shell={shell} />
            <Switches shell={shell} />
          </div>
        </header>
        <Banners shell={shell} />
        <main id="main" class={wide ? 'page wide' : 'page'} tabIndex={-1}>
          {shell.done === null ? null : (
            <p class="flash" role="status">
              {shell.done}
            </p>
          )}
          {children}
        </main>
        <footer class="site-footer">
          <p>
            Afterview follows up after your interviews, and sends nothing that you did not allow.{' '}
            <a href="/help">How it decides</a>
          </p>
        </footer>
        <div class="visually-hidden" aria-live="polite" id="live-region" />
      </body>
    </html>
  );
}

/** The same frame without anything that must be asked for first: for refusals and signed links. */
export function BareLayout({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <html lang="en">
      <Head title={title} />
      <body>
        <a class="skip-link" href="#main">
          Skip to the content
        </a>
        <header class="site-header">
          <div class="bar">
            <a class="brand" href="/">
              <span aria-hidden="true" class="brand-mark" />
              Afterview
            </a>
          </div>
        </header>
        <main id="main" class="page" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

function Head({ title }: { title: string }): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · Afterview`}</title>
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl('afterview.css')} />
      <script src={assetUrl('afterview.js')} defer />
    </head>
  );
}

function Navigation({ shell }: { shell: Shell }): VNode {
  const here = shell.path.split('?')[0] ?? '/';
  const link = (href: string, text: string, extra: ComponentChildren = null) => (
    <li>
      <a href={href} aria-current={here === href ? 'page' : undefined}>
        {text}
        {extra}
      </a>
    </li>
  );
  return (
    <nav aria-label="Main">
      <ul>
        {link('/', 'Today')}
        {link('/interviews/new', 'New interview')}
        {link(
          '/inbox',
          'Inbox',
          shell.toReview === 0 ? null : (
            <span class="count">
              {shell.toReview}
              <span class="visually-hidden"> to look at</span>
            </span>
          ),
        )}
        {shell.hasMail ? link('/mail', 'Mail sent') : null}
        {link('/help', 'Help')}
      </ul>
    </nav>
  );
}

/** Always within reach: stop everything, and send only to myself. */
function Switches({ shell }: { shell: Shell }): VNode {
  return (
    <div class="switches">
      <form method="post" action="/safety/first-sends">
        <input type="hidden" name="back" value={shell.path} />
        <input type="hidden" name="on" value={shell.firstSends ? 'no' : 'yes'} />
        <button type="submit" class="quiet" aria-pressed={shell.firstSends}>
          {shell.firstSends ? 'Mail only to me: on' : 'Mail only to me: off'}
        </button>
      </form>
      <form method="post" action="/safety/stop">
        <input type="hidden" name="back" value={shell.path} />
        <input type="hidden" name="stop" value={shell.stopped ? 'no' : 'yes'} />
        <button type="submit" class={shell.stopped ? 'primary' : 'danger'}>
          {shell.stopped ? 'Go on' : 'Stop everything'}
        </button>
      </form>
    </div>
  );
}

function Banners({ shell }: { shell: Shell }): VNode | null {
  const banners: { key: string; tone: string; text: ComponentChildren }[] = [];
  if (shell.stopped)
    banners.push({
      key: 'stopped',
      tone: 'stop',
      text: (
        <>
          <strong>Everything is stopped.</strong> Nothing goes out until you press “Go on”.
        </>
      ),
    });
  if (shell.firstSends)
    banners.push({
      key: 'first',
      tone: 'note',
      text: (
        <>
          <strong>First sends:</strong> all mail goes to your own address, to nobody else.
        </>
      ),
    });
  if (shell.timeMachine)
    banners.push({
      key: 'clock',
      tone: 'note',
      text: (
        <>
          <strong>Time machine:</strong> clocks can be moved here, so mail reaches only a test mailbox on this computer.
        </>
      ),
    });
  if (shell.deaf)
    banners.push({
      key: 'deaf',
      tone: 'warn',
      text: (
        <>
          <strong>Replies cannot reach us yet.</strong> Before anybody is asked anything, you will be asked “no reply
          yet?” (<a href="/help#H17">H17</a>). You can also <a href="/inbox#hand-in">hand in a mail</a> yourself.
        </>
      ),
    });
  if (banners.length === 0) return null;
  return (
    <aside class="banners" aria-label="Notices">
      {banners.map(({ key, tone, text }) => (
        <p key={key} class={`banner ${tone}`}>
          {text}
        </p>
      ))}
    </aside>
  );
}
