import { attribution, type Earlier, forwardBlock, forwardRule, headerBlock, outlookRule } from './quoting';
import { type Client, isAts, type Persona, type SourceMail } from './source';

/** The written text of a mail laid out as its client would: plain text and HTML, with signature, quote and forwarded mail. */

export interface Letter {
  persona: Persona;
  mail: SourceMail;
  client: Client;
  earlier: Earlier | null;
  forwarded: Earlier | null;
}

const LINK = /\[([^\]]+)\]\((https?:[^)]+)\)/g;

function wrapped(text: string, width: number): string {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    let rest = line;
    while (rest.length > width) {
      const cut = rest.lastIndexOf(' ', width);
      if (cut <= 0) break;
      out.push(rest.slice(0, cut));
      rest = rest.slice(cut + 1);
    }
    out.push(rest);
  }
  return out.join('\n');
}

function plain(text: string): string {
  return text.trimEnd().replace(LINK, '$1 <$2>');
}

function marked(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function inline(text: string): string {
  return escaped(text).replace(LINK, '<a href="$2">$1</a>').replace(/\n/g, '<br>\n');
}

function widthOf(client: Client): number {
  return client === 'gmail' || client === 'thunderbird' ? 72 : 998;
}

function plainQuote(letter: Letter, earlier: Earlier): string {
  const { client, persona, mail } = letter;
  const text = plain(earlier.text);
  if (client === 'outlook') {
    const block = headerBlock(persona.language, earlier).map(([name, value]) => `${name} ${value}`);
    return `${outlookRule(persona.language, mail.oldOutlook)}\n${block.join('\n')}\n\n${text}`;
  }
  const intro = attribution(client, persona.language, persona.zone, earlier);
  if (client === 'apple') return marked(`${intro}\n\n${text}`);
  const width = widthOf(client);
  const gap = client === 'gmail' ? '\n\n' : '\n';
  return `${wrapped(intro, width)}${gap}${marked(wrapped(text, width))}`;
}

function plainForward(letter: Letter, forwarded: Earlier): string {
  const { client, persona } = letter;
  const block = forwardBlock(client, persona.language, forwarded).map(([name, value]) => `${name} ${value}`);
  const text = `${forwardRule(client, persona.language)}\n${block.join('\n')}\n\n\n${plain(forwarded.text)}`;
  return client === 'apple' ? marked(text) : text;
}

function signatureOf(letter: Letter): string {
  return (letter.mail.signature ?? letter.persona.signature).trimEnd();
}

/** The plain text part. */
export function plainText(letter: Letter): string {
  const { client, mail, persona, earlier, forwarded } = letter;
  const width = widthOf(client);
  const signature = signatureOf(letter);
  const rule = client === 'gmail' || client === 'thunderbird' ? '-- \n' : '';
  const own = wrapped(plain(mail.body), width) + (signature === '' ? '' : `\n\n${rule}${signature}`);
  const parts = [own];
  if (forwarded !== null) parts.push(plainForward(letter, forwarded));
  if (earlier !== null && mail.bottom) parts.unshift(plainQuote(letter, earlier));
  else if (earlier !== null) parts.push(plainQuote(letter, earlier));
  if (persona.footer !== '') parts.push(plain(persona.footer));
  return `${parts.join('\n\n')}\n`;
}

function paragraphs(client: Client, text: string): string {
  const blocks = text.trimEnd().split(/\n{2,}/);
  if (client === 'outlook') {
    return blocks.map((b) => `<p class="MsoNormal">${inline(b)}</p>\n<p class="MsoNormal">&nbsp;</p>`).join('\n');
  }
  if (client === 'gmail') return blocks.map((b) => `<div>${inline(b)}</div>`).join('\n<div><br></div>\n');
  return blocks.map((b) => `<p>${inline(b)}</p>`).join('\n');
}

function htmlQuote(letter: Letter, earlier: Earlier): string {
  const { client, persona } = letter;
  const text = earlier.text.trimEnd();
  if (client === 'outlook') {
    const block = headerBlock(persona.language, earlier)
      .map(([name, value]) => `<b>${name}</b> ${escaped(value)}`)
      .join('<br>\n');
    const rule = '<hr style="display:inline-block;width:98%" tabindex="-1">';
    return `${rule}<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt">${block}</font><div>&nbsp;</div></div>\n${paragraphs(client, text)}`;
  }
  const intro = escaped(attribution(client, persona.language, persona.zone, earlier));
  if (client === 'thunderbird') {
    return `<div class="moz-cite-prefix">${intro}<br></div>\n<blockquote type="cite">${paragraphs(client, text)}</blockquote>`;
  }
  if (client === 'apple') {
    return `<div><br><blockquote type="cite"><div>${intro}</div><br class="Apple-interchange-newline"><div>${paragraphs(client, text)}</div></blockquote></div>`;
  }
  return `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${intro}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${paragraphs(client, text)}</blockquote></div>`;
}

function htmlForward(letter: Letter, forwarded: Earlier): string {
  const { client, persona } = letter;
  const block = forwardBlock(client, persona.language, forwarded)
    .map(([name, value]) => `<b>${name}</b> ${escaped(value)}`)
    .join('<br>\n');
  return `<br><div class="fwd">${escaped(forwardRule(client, persona.language))}<br>\n${block}<br><br>\n${paragraphs(client, forwarded.text)}</div>`;
}

function htmlSignature(client: Client, signature: string): string {
  if (signature === '') return '';
  if (client === 'gmail') {
    return `<div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">${inline(signature)}</div>`;
  }
  if (client === 'thunderbird') return `<pre class="moz-signature">-- \n${escaped(signature)}</pre>`;
  return paragraphs(client, signature);
}

function shell(letter: Letter, content: string): string {
  const { client, persona, mail } = letter;
  if (client === 'gmail') return `<div dir="ltr">${content}</div>\n`;
  if (client === 'outlook') {
    return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html"><style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;} --></style></head>\n<body lang="${persona.language.toUpperCase()}" link="#0563C1"><div class="WordSection1">\n${content}\n</div></body></html>\n`;
  }
  if (!isAts(client)) return `<html><head></head><body>${content}</body></html>\n`;
  const preheader = escaped(mail.subject);
  const foot =
    persona.footer === ''
      ? ''
      : `<tr><td class="foot" style="font-size:11px;color:#888">${inline(persona.footer.trimEnd())}</td></tr>`;
  return `<!DOCTYPE html><html lang="${persona.language}"><head><title></title><style>td{font-family:Helvetica,Arial,sans-serif} .foot{padding-top:24px}</style></head><body><div style="display:none;max-height:0;overflow:hidden">${preheader}&nbsp;&zwnj;&nbsp;&zwnj;</div><table width="100%" role="presentation"><tr><td align="center"><table width="600" role="presentation"><tr><td>\n${content}\n</td></tr>${foot}</table></td></tr></table><img src="https://t.${client}-mail.test/o.gif" width="1" height="1" alt=""></body></html>\n`;
}

/** The HTML part. */
export function htmlText(letter: Letter): string {
  const { client, mail, persona, earlier, forwarded } = letter;
  const parts = [paragraphs(client, mail.body), htmlSignature(client, signatureOf(letter))];
  if (forwarded !== null) parts.push(htmlForward(letter, forwarded));
  if (earlier !== null && mail.bottom) parts.unshift(htmlQuote(letter, earlier));
  else if (earlier !== null) parts.push(htmlQuote(letter, earlier));
  if (persona.footer !== '' && !isAts(client)) parts.push(paragraphs(client, persona.footer));
  return shell(letter, parts.filter((part) => part !== '').join('\n'));
}
