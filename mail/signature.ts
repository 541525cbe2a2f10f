/** Where a signature begins, and what a footer of a mail program or an applicant tracking system looks like. */

/** Usenet's "-- " and its careless relatives. */
export function isSignatureDelimiter(line: string): boolean {
  return /^(?:--|—|––|__) ?$/.test(line);
}

const DEVICE_SIGNATURE = new RegExp(
  `^[\\s*_<(\\[—-]{0,4}(?:${[
    'sent (?:from|via|with|using|by) (?:my |the |a |an |\\[)?(?:\\S{1,25} ){0,5}(?:iphone|ipad|ipod|android|blackberry|mobile|phone|cell|device|handheld|samsung|galaxy|htc|nokia|huawei|xiaomi|pixel|tablet|mac|macbook|watch|windows|outlook|mail\\b|mailbox|airmail|gmail|yahoo|spark|proton|protonmail|superhuman|ti-\\d\\d|alcatel)',
    'sent by \\S{1,20}>{0,2}$',
    'get \\[?outlook',
    'gesendet (?:von|mit|über|aus|via)\\b.{0,80}$',
    'von (?:meinem|unterwegs).{0,60}gesendet',
    'von meinem .{0,40}$',
    'diese nachricht wurde von .{0,60}gesendet',
    'outlook für (?:ios|android|mac)',
    'holen sie sich outlook',
    'envoyé (?:de|depuis|à partir|avec)\\b.{0,80}$',
    'envoyée? (?:de|depuis)\\b.{0,80}$',
    'obtenez outlook|télécharger outlook',
    'enviado (?:desde|con|a través|do meu)\\b.{0,80}$',
    'obtener outlook|obtén outlook',
    'verzonden (?:vanaf|vanuit|met|via|van)\\b.{0,80}$',
    'verstuurd (?:vanaf|vanuit|met|via)\\b.{0,80}$',
    'outlook (?:voor|för|til|til) (?:ios|android)|download outlook',
    'skickat från\\b.{0,80}$|skickades från\\b.{0,80}$',
    'hämta outlook|skaffa outlook',
    'sendt fra\\b.{0,80}$',
    'få outlook|hent outlook',
    'inviato da(?:l|lla)?\\b.{0,80}$',
    'wysłane z\\b.{0,80}$|lähetetty\\b.{0,60}$|отправлено с\\b.{0,60}$|從我的.{0,40}傳送|发自我的.{0,40}$',
    'someone from mobile$|from my (?:iphone|ipad|phone|mobile).{0,10}$',
  ].join('|')})`,
  'i',
);

/** "Sent from my iPhone" and its kin in our languages. */
export function isDeviceSignature(line: string): boolean {
  const bare = line.trim();
  return (
    bare.length > 6 &&
    bare.length < 160 &&
    DEVICE_SIGNATURE.test(bare) &&
    !/[.!?] \S{1,30} \S{1,30} \S{1,30} \S{1,30} \S/.test(bare)
  );
}

const CLOSING =
  /^(?:(?:many |kind(?:est)? |best |warm(?:est)? |with (?:kind |best |warm )?)?(?:regards|wishes)|best|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|thank you|thanks(?: again| so much)?|many thanks|all the best|take care|respectfully|mit (?:freundlichen|besten|herzlichen|lieben|vielen) gr(?:ü|ue)(?:ß|ss)en|(?:freundliche|beste|herzliche|liebe|viele|schöne) gr(?:ü|ue)(?:ß|ss)e|mfg|lg|vg|gru(?:ß|ss)|hochachtungsvoll|(?:bien )?cordialement|(?:bien )?à vous|sincères salutations|meilleures salutations|salutations(?: distinguées)?|bonne journée|amicalement|(?:un )?(?:cordial |atento )?saludos?(?: cordiales| cordial)?|atentamente|reciba un cordial saludo|un abrazo|met (?:vriendelijke|hartelijke|beste) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|hoogachtend|(?:med )?(?:vänliga?|bästa|varma) hälsning(?:ar)?|hälsningar|mvh|(?:med )?(?:venlig|vennlig|kærlig) hils(?:en|ning)|(?:bedste|beste|mange|de bedste) hils(?:e)?ner|hilsen|vh|dbh)[\s,.!–-]{0,4}(?:\/\s?[\p{L} ]{0,30})?$/iu;

/** A line that only says goodbye. */
export function isClosing(line: string): boolean {
  const bare = line.trim();
  return bare.length >= 2 && bare.length <= 60 && CLOSING.test(bare);
}

const DISCLAIMER =
  /confidential|privileged|intended (?:solely|only|recipient)|vertraulich|rechtlich geschützt|confidentiel|destinataire|confidencial|destinatario|vertrouwelijk|geadresseerde|konfidentiell|fortrolig|avsedd (?:endast )?för|think before you print|consider the environment|denken sie an die umwelt|privacy (?:policy|notice|statement)|datenschutz|registered (?:office|in)|amtsgericht|handelsregister|geschäftsführ|sitz der gesellschaft|ust-?id|company (?:no|number|registration)|equal opportunity|kvk|siret|org\.? ?nr/i;

const FOOTER =
  /^(?:\W{0,4})(?:unsubscribe|manage (?:your )?(?:preferences|notifications|subscription)|view (?:this )?(?:email )?in (?:your )?browser|powered by \S|sent (?:via|with|by|through) (?:greenhouse|lever|ashby|workday|smartrecruiters|teamtailor|workable|recruitee|personio|bamboohr|jobvite|icims)|this (?:e-?mail|message) was sent (?:to|by|from|via)|diese (?:e-?mail|nachricht) wurde .{0,40}(?:gesendet|verschickt)|you(?:'re| are) receiving this|sie erhalten diese (?:e-?mail|nachricht)|vous recevez ce(?:t e-?mail| message)|este (?:correo|mensaje) (?:fue|ha sido) enviado|deze e-?mail (?:is|werd) verzonden|det här (?:mejlet|meddelandet) skickades|abmelden|se désabonner|se désinscrire|darse de baja|afmelden|avprenumerera|avregistrera|©|copyright ©|\(c\) \d{4}|all rights reserved|alle rechte vorbehalten|to unsubscribe|this email has been scanned|virus-free|virenfrei|www\.avast|_{3,}$|notice of confidentiality)/i;

export function isFooterLine(line: string): boolean {
  return FOOTER.test(line.slice(0, 200));
}

/** Legal notes and confidentiality clauses under a mail. */
export function isDisclaimer(line: string): boolean {
  return DISCLAIMER.test(line.slice(0, 1_500));
}

const CARD_HEAD =
  /^\s*\p{Lu}[\p{L}'’.-]+(?: (?:(?:van|von|de|der|den|di|da|du|la|le|ter|ten|zu|af) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3}\s*[|·•]\s*\p{Lu}[^\d]{1,100}$/u;

/** The first line of a card that says all in one: "Jez Partridge | Principal Consultant | Brightlane". Dates and hours have digits. */
export function isCardHead(line: string): boolean {
  return CARD_HEAD.test(line);
}

export function isPostscript(line: string): boolean {
  return /^\s*(?:p\.? ?s\.?|n\.? ?b\.?|edit|ps)\b[\s:.–-]/i.test(line);
}

/** A line of a business card: a name, a title, a street, a number, a link; not a sentence. */
export function isCardLine(line: string): boolean {
  const bare = line.trim();
  if (bare === '') return true;
  if (isDisclaimer(bare) || isFooterLine(bare)) return true;
  if (bare.length > 160) return false;
  if (isPostscript(bare)) return false;
  if (/https?:\/\/|www\.|@[a-z0-9-]+\.|\+?\d[\d\s()/.-]{6,}/i.test(bare) && bare.split(/\s+/).length <= 16) return true;
  const words = bare.split(/\s+/).length;
  if (/[.!?:]$/.test(bare) && words >= 4 && !/\b(?:inc|ltd|co|gmbh|s\.a|b\.v|e\.v|ab|as)\.$/i.test(bare)) return false;
  return words <= 9;
}
