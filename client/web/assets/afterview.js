// What is nicer with a script: keys, dropping a mail, keeping the draft, looking again by itself. Every page works
// without it, and it asks nobody but this server.
(() => {
  const KEYS_OFF = 'afterview.keys.off';
  const live = document.getElementById('live-region');
  const say = (text) => {
    if (live) live.textContent = text;
  };

  // Single keys get in the way of some people: they can be switched off (WCAG 2.1.4).
  const keysOn = () => localStorage.getItem(KEYS_OFF) === null;
  for (const button of document.querySelectorAll('[data-toggle-keys]')) {
    const show = () => {
      button.textContent = keysOn() ? 'Keys: on' : 'Keys: off';
      button.setAttribute('aria-pressed', String(keysOn()));
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      if (keysOn()) localStorage.setItem(KEYS_OFF, 'yes');
      else localStorage.removeItem(KEYS_OFF);
      show();
    });
    show();
  }

  // A ticked box keeps the focus, and takes no letters.
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'));

  const step = (by) => {
    const items = [...document.querySelectorAll('[data-item]')];
    if (items.length === 0) return;
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    const target = next?.querySelector('a, button, summary');
    target?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };

  document.addEventListener('keydown', (event) => {
    if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
      return;
    const button = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === event.key);
    if (button) {
      event.preventDefault();
      button.click();
    } else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '?') location.assign('/help#keys');
  });

  // A form that takes a while says so, and cannot be sent twice.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent === 'yes') {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    const words = form.dataset.busy;
    const button = event.submitter;
    if (!words || !button || button.classList.contains('visually-hidden')) return;
    button.setAttribute('aria-disabled', 'true');
    if (!/^(?:add|remove):|^save$/.test(button.value)) button.textContent = words;
    say(words);
  });
  // Coming back with the browser's own button brings the page as it was left.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  // The intake is kept while it is typed.
  const intake = document.querySelector('form[data-draft]');
  if (intake) {
    const state = document.getElementById('draft-state');
    let timer;
    let pending = false;
    const keep = async () => {
      pending = false;
      try {
        const answer = await fetch(intake.dataset.draft, {
          method: 'POST',
          body: new URLSearchParams(new FormData(intake)),
          keepalive: true,
        });
        if (state) state.textContent = answer.ok ? 'Kept as a draft.' : 'The draft could not be kept just now.';
      } catch {
        if (state) state.textContent = 'The draft could not be kept just now.';
      }
    };
    intake.addEventListener('input', () => {
      pending = true;
      clearTimeout(timer);
      timer = setTimeout(keep, 800);
    });
    addEventListener('pagehide', () => {
      if (pending && intake.dataset.sent !== 'yes') void keep();
    });
    const zone = intake.elements.namedItem('candidate.timeZone');
    if (zone instanceof HTMLInputElement && zone.value === '')
      zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  // A mail may be dropped anywhere on the inbox.
  const drop = document.querySelector('[data-drop]');
  if (drop) {
    const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
    document.addEventListener('dragover', (event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      drop.classList.add('over');
    });
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) drop.classList.remove('over');
    });
    document.addEventListener('drop', async (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      drop.classList.remove('over');
      say('Handing it in…');
      try {
        const answer = await fetch(drop.dataset.drop, {
          method: 'POST',
          headers: { 'content-type': 'message/rfc822' },
          body: file,
        });
        const told = await answer.json();
        if (answer.ok) location.assign(`/inbox/${encodeURIComponent(told.id)}?done=${told.known ? 'known' : 'stored'}`);
        else say(told.detail ?? 'That could not be handed in.');
      } catch {
        say('That could not be handed in. Is Afterview still running?');
      }
    });
  }

  // A link to something folded up opens it.
  const unfold = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name === '' ? null : document.getElementById(name);
    for (let at = target; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
    if (target && name.startsWith('f-')) target.focus();
  };
  addEventListener('hashchange', unfold);
  unfold();

  // Parts marked as live are looked at again now and then, unless somebody is busy in them.
  const LOOK_EVERY_MS = 10_000;
  const parts = () => [...document.querySelectorAll('[data-live]')];
  const seen = new Map(parts().map((part) => [part.id, part.innerHTML]));
  const isBusy = (part) =>
    part.contains(document.activeElement) ||
    [...part.querySelectorAll('input, textarea, select')].some((field) =>
      field instanceof HTMLSelectElement
        ? [...field.options].some((option) => option.selected !== option.defaultSelected && option.index > 0)
        : field.value !== field.defaultValue || field.checked !== field.defaultChecked,
    );
  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    const address = new URL(location.href);
    address.searchParams.delete('done');
    address.hash = '';
    let page;
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' } });
      if (!answer.ok) return;
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      return;
    }
    let changed = false;
    for (const part of parts()) {
      const fresh = page.getElementById(part.id);
      if (fresh?.innerHTML === seen.get(part.id) || isBusy(part)) continue;
      if (!fresh) {
        part.remove();
        changed = true;
        continue;
      }
      const open = [...part.querySelectorAll('details[open][id]')].map(({ id }) => id);
      seen.set(part.id, fresh.innerHTML);
      part.replaceChildren(...fresh.childNodes);
      for (const id of open) document.getElementById(id)?.setAttribute('open', '');
      changed = true;
    }
    // What has come since, behind the nearest of what stands before it.
    for (const fresh of page.querySelectorAll('[data-live]')) {
      if (document.getElementById(fresh.id)) continue;
      let before = fresh.previousElementSibling;
      while (before && !(before.id && document.getElementById(before.id))) before = before.previousElementSibling;
      if (!before) continue;
      seen.set(fresh.id, fresh.innerHTML);
      document.getElementById(before.id)?.after(fresh);
      changed = true;
    }
    if (changed) say('Something changed on this page.');
  };
  if (parts().length > 0) setInterval(look, LOOK_EVERY_MS);
})();
