import { foldedTextOf, type Sentence, textOf } from './sentences';

/** "Please do not write to me again" (H14). */
export interface AskedForPeace {
  /** It is asked for the whole organisation ("us", "about this role"), not for one person ("me"). */
  forAll: boolean;
  /** The words as written. */
  sentence: string;
}

/** Longer sentences are no request. */
const LONGEST_READ = 400;

/** What may be asked no more, for each language as pieces of a regular expression over folded text. */
const MAILS = {
  en: '(?:contact|correspondence|communications?|e-?mails?|messages?|letters?|enquir(?:y|ies)|inquir(?:y|ies)|applications?|follow[- ]?ups?|reminders?|requests?)',
  de: '(?:e-?mails?|mails?|nachrichten|schreiben|zuschriften|(?:sachstands)?(?:nach|an|ruck)fragen?|bewerbungen|erinnerungen|kontakt\\w*)',
  fr: '(?:contacts?|prises? de contact|messages?|e-?mails?|mails?|courriels?|courriers?|correspondances?|relances?|sollicitations?|demandes?|questions?|candidatures?)',
  es: '(?:contacto|correos?|mensajes?|e-?mails?|mails?|consultas?|preguntas?|solicitud(?:es)?|candidaturas?|correspondencia|recordatorios?|comunicaci(?:on|ones))',
  nl: '(?:contact|e-?mails?|mails?|mailtjes|berichten|vragen|navraag|sollicitaties|verzoeken|correspondentie|herinneringen)',
  sv: '(?:kontakt\\w*|mejl|mail|meddelanden|brev|fragor|forfragningar|ansokningar|paminnelser)',
} as const;

const REQUESTS: readonly RegExp[] = [
  // English
  /\b(?:do not|don'?t|never|not to|you not|you do not|not) (?:ever |again |try to |attempt to )?(?:contact|e-?mail|message|approach|bother|text|write to|write(?= (?:me|us)\b(?! (?:an?|the|your|any|some|what|how|long)\b))|get in touch with|reach out to) (?:me|us|any of us|this office|our (?:office|team|department|company))\b/,
  /(?<!\b(?:i|we|they|he|she|nobody) )\b(?:do not|don'?t|never|not to|you not) (?:write|contact|e-?mail|message|get in touch|apply|reapply|follow up|enquire|inquire)\b.{0,40}\b(?:again|any ?more|any further)\b/,
  new RegExp(
    `\\b(?:do not|don'?t|not to|never) (?:send|submit|make|forward) (?:me |us )?(?:any )?(?:more|further|other|additional)\\b.{0,20}${MAILS.en}`,
  ),
  /(?:^|\b(?:please|kindly|and|you(?: to)?|must|should|now)[, ]+)(?:stop|cease|quit) (?:e-?mailing|writing|contacting|messaging|texting|sending|bothering|pestering|harassing|spamming)\b/,
  new RegExp(
    `\\b(?:cease|stop|discontinue|refrain from|desist from|abstain from) (?:(?:and desist|all|any|making|sending|submitting|from) )*(?:(?:further|future|more|additional|this) )?(?:${MAILS.en}|(?:contacting|e-?mailing|messaging|writing to|approaching) (?:me|us)|writing|applying again)\\b`,
  ),
  new RegExp(
    `^(?:please[, ]+)?no (?:more|further) ${MAILS.en}(?:[,.! ]*$|,? please|.{0,30} (?:will|can|shall) be (?:entered|entertained|answered|considered|accepted))`,
  ),
  /\b(?:remove|delete|take|strike) (?:me|us|my|our)\b.{0,40}\b(?:off|from) (?:your|the|this|any|all)\b/,
  /\b(?:i|we)(?:'d)? (?:really )?(?:(?:do not|don'?t|no longer|never|would not|wouldn'?t) (?:wish|want|care|like)|(?:would )?(?:rather|prefer)(?: to)? not) (?:to )?(?:be contacted|be written|be e-?mailed|hear from you|receive (?:any )?(?:more|further)|(?:any )?(?:more|further) (?:contact|e-?mails|messages))/,
  /\bleave (?:me|us) (?:alone|in peace)\b/,
  // German
  /\b(?:schreiben|mailen|kontaktieren|belastigen|behelligen|melden|wenden) sie (?:sich )?(?:bitte )?(?:mir|mich|uns|(?:bei|an) (?:mir|mich|uns))?\b.{0,30}\b(?:nicht|nie) (?:mehr(?! als)|wieder|nochmals|noch ?mal|noch einmal|erneut|weiter)/,
  /\b(?:schreib|mail|kontaktier|meld)e? (?:dich )?(?:bitte )?(?:mir|mich|uns|bei (?:mir|uns))\b.{0,20}\b(?:nicht|nie) (?:mehr(?! als)|wieder|nochmals|noch ?mal|erneut)/,
  /\bkontaktieren sie (?:mich|uns) (?:bitte )?(?:nicht|nie)\b/,
  /\b(?:bitte|bitten?|mochten?|wunschen?|ersuchen?)\b.{0,60}\b(?:nicht mehr|nie (?:mehr|wieder)|nicht (?:wieder|erneut|noch ?mal|weiter))\b(?! als).{0,30}\b(?:(?:zu |an|anzu)?schreiben|kontaktier\w+|(?:zu )?kontaktieren|angeschrieben|zu mailen|zu melden)\b/,
  new RegExp(
    `\\bvon (?:(?:allen|jeglichen|jeder|jeglicher|etwaigen|nochmaligen|erneuten|weiteren|weiterer|kunftigen|schriftlichen) )*${MAILS.de}\\b.{0,60}(?:\\babzusehen|\\babsehen|\\babstand zu nehmen)`,
  ),
  new RegExp(
    `\\b(?:sehen|sehe|nehmen) sie (?:bitte )?(?:kunftig |in zukunft )?von (?:(?:allen|jeglichen|etwaigen|erneuten|weiteren|weiterer|schriftlichen) )*${MAILS.de}\\b.{0,40}\\b(?:ab|abstand)\\b`,
  ),
  new RegExp(
    `\\b(?:bitte|senden|schicken|stellen|schreiben|wunsch\\w*|mochten?)\\b.{0,30}\\bkeine? (?:weitere|neue)[nr]? ${MAILS.de}`,
  ),
  new RegExp(`\\bunterlass\\w*\\b.{0,30}\\b(?:weitere\\w*|kunftig\\w*|jegliche\\w*|jede\\w*)\\b.{0,12}${MAILS.de}`),
  /\bunterlassen sie (?:es|bitte)\b.{0,30}\b(?:(?:zu |anzu)schreiben|zu kontaktieren)/,
  /\b(?:hor(?:en sie)? (?:bitte )?auf|aufzuhoren),? (?:mir|mich|uns) .{0,20}(?:zu schreiben|anzuschreiben|zu mailen|zu kontaktieren|mails zu)/,
  /\b(?:streichen|loschen|entfernen|nehmen)(?: sie)? (?:bitte )?(?:mich|uns|meine|unsere)\b.{0,60}\b(?:aus|von) (?:ihre[mnr]|de[mnr]|eure[mnr])\b/,
  /\b(?:mich|meine (?:e-?mail-?)?(?:adresse|daten))\b.{0,30}\b(?:aus|von) (?:ihre[mnr]|de[mnr])\b.{0,30}\b(?:streichen|loschen|entfernen|nehmen)\b/,
  /\blass(?:en sie|t)? (?:mich|uns) (?:bitte )?in (?:ruhe|frieden)\b/,
  // French
  /\bne (?:bien vouloir )?plus (?:jamais )?(?:(?:me|nous) |m')?(?:re)?(?:ecrire|contacter|solliciter|relancer|importuner|adresser|envoyer|postuler)\b/,
  /\bne (?:(?:me|nous) |m')(?:ecri(?:vez|s|ve)|contactez?|sollicitez?|relancez?|envoyez?|adressez?) plus\b(?! que)/,
  /\bne plus etre (?:contacte|sollicite|relance)e?s?\b/,
  new RegExp(
    `\\b(?:cess|arret)(?:er|ez|e) (?:immediatement )?(?:de (?:(?:me|nous) |m')?(?:ecrire|contacter|solliciter|relancer|envoyer|importuner)|(?:toute?s?|tous|vos|les|ces) (?:nouvelles? )?${MAILS.fr})`,
  ),
  new RegExp(
    `\\b(?:vous |de s'|de vous |s')?abst(?:enir|enez|ienne)(?:[- ]vous)? de (?:(?:me|nous) |m')?(?:(?:re)?contacter|ecrire|solliciter|relancer|(?:tout(?:e|es)?|tous|nouvelles?|nouveaux?|d'autres|vos)\\b.{0,20}${MAILS.fr})`,
  ),
  /\bne (?:souhait|desir|veu|voul)\w+ plus (?:(?:etre|que)\b.{0,20}(?:contact|sollicit|relanc|ecri)|(?:recevoir|avoir)\b|de (?:contact|message|mail|relance))/,
  /\b(?:retir|supprim|enlev|ray|effac)(?:ez|er)[- ](?:moi|nous|mon|mes|notre|nos)\b.{0,50}\b(?:de|des|du)\b.{0,12}\b(?:listes?|fichiers?|bases?|contacts|registres?)\b/,
  /\b(?:(?:me|nous) |m')(?:retirer|supprimer|enlever|rayer|effacer|desinscrire|desabonner) de (?:votre|vos|la|cette|toutes)\b/,
  /\b(?:inutile de|pas la peine de) (?:(?:me|nous) |m')?(?:relancer|recontacter|reecrire|(?:ecrire|contacter) (?:a nouveau|de nouveau|encore))/,
  /\blaisse[zr]?[- ](?:moi|nous) (?:tranquilles?|en paix)\b/,
  // Spanish
  /\bno (?:me|nos) (?:escrib[ae]\w*|contact[ea]\w*|envi[ea]\w*|mand[ea]\w*|moleste\w*)\b.{0,25}\b(?:mas|nunca|de nuevo|otra vez)\b/,
  /\bno (?:me|nos) (?:contacte[ns]?|escriba[ns]?)(?: por favor)?\s*(?:[.!,;]|$)/,
  /\b(?:no|nunca) (?:(?:me|nos) )?(?:vuelv[ae]\w*|volver) a (?:escribir|contactar|enviar|mandar|presentar|solicitar)/,
  /\b(?:dej(?:e[ns]?|a|ad|ar)|cese[ns]?|cesar) (?:ya )?de (?:escribir|contactar|enviar|mandar|molestar)/,
  new RegExp(
    `\\b(?:abst(?:enga[ns]?|engan|ener|ente|eneos|enganse)(?:se)?) (?:ya )?de (?:volver a|escribir\\w*|contactar\\w*|(?:(?:enviar|realizar|hacer|presentar|formular|remitir)\\w* )?(?:mas|nuev[ao]s?|otr[ao]s|cualquier|tod[ao]|ulteriores)\\b.{0,16}${MAILS.es})`,
  ),
  new RegExp(
    `\\bno (?:(?:me|nos) )?(?:envi\\w+|mand\\w+|realic\\w+|realizar|hag\\w+|hacer|present\\w+|formul\\w+) (?:mas|nuev[ao]s?|ningun\\w*) ${MAILS.es}`,
  ),
  /\bno (?:deseo|deseamos|quiero|queremos) (?:(?:recibir|tener) (?:mas|ningun\w*)|que (?:me|nos) (?:vuelva|contact|escrib)|ser contactad|volver a (?:recibir|saber|tener)|mas (?:correos|mensajes|contacto))/,
  /\b(?:borr|elimin|quit|sac)(?:e[n]?|a|ar|ad)(?:me|nos)?\b.{0,30}\b(?:de|en) (?:su|tu|la|sus|vuestra)s? (?:lista|base|fichero|agenda)/,
  /\bdej(?:e[n]?|a)(?:me|nos) en paz\b/,
  // Dutch
  /\b(?:schrijf|mail|benader|contacteer|bericht|stuur)t? (?:u )?(?:me|mij|ons)\b.{0,20}\b(?:niet|nooit) (?:meer|opnieuw|weer|nogmaals)\b/,
  /\b(?:niet|nooit) (?:meer|opnieuw|weer|langer|nogmaals) (?:(?:met|aan|naar) (?:me|mij|ons) |(?:me|mij|ons) )?(?:te |contact |nog )*(?:contact|mailen|schrijven|benaderen|contacteren|e-?mailen|solliciteren|op te nemen)\b/,
  /\bgeen contact (?:meer |op |met (?:me|mij|ons) |te )*(?:meer|op ?(?:te )?nemen|op)\b/,
  new RegExp(
    `\\b(?:stop|hou|houd|houdt u|gelieve te stoppen)(?: op)? met (?:het )?(?:mij |me |ons )?(?:te )?(?:mailen|schrijven|sturen|contacteren|benaderen|lastigvallen|${MAILS.nl})`,
  ),
  new RegExp(
    `\\b(?:zie|ziet|zien|afzien|afziet|af te zien|onthoud\\w*)\\b.{0,20}\\bvan (?:(?:alle|elk|elke|verdere?|verder|nieuwe|meer|schriftelijke) )+${MAILS.nl}`,
  ),
  new RegExp(`\\bvan (?:verdere|verder|nieuwe) ${MAILS.nl}.{0,30}\\b(?:af te zien|afzien)\\b`),
  new RegExp(
    `\\b(?:stuur|stel|stuurt|stelt|graag|wil|willen|verzoek\\w*)\\b.{0,30}\\bgeen (?:(?:verdere|nieuwe) ${MAILS.nl}|${MAILS.nl} meer)`,
  ),
  /\b(?:haal|verwijder|schrap)t? (?:u )?(?:mij|me|ons|mijn|onze)\b.{0,40}\b(?:van|uit) (?:uw|je|jullie|de|het)\b/,
  /\b(?:wil|wens|willen|wensen) (?:niet meer|niet langer)\b.{0,30}\b(?:benaderd|gecontacteerd|gemaild|aangeschreven)\b/,
  /\blaat (?:me|mij|ons) (?:alstublieft |aub )?met rust\b/,
  // Swedish
  /\b(?:skriv|mejla|maila|kontakta|hor av (?:dig|er)|hor) (?:(?:till )?(?:mig|oss) )?(?:inte|aldrig) (?:(?:till )?(?:mig|oss) |av (?:dig|er) )?(?:mer|igen|langre|fler ganger|vidare|nagot mer|pa nytt)\b/,
  /\bkontakta (?:(?:mig|oss) inte|inte (?:mig|oss))\b/,
  /\b(?:inte|aldrig|slippa) (?:langre )?(?:kontakta|skriva(?: till)?|mejla|maila|hora av (?:dig|er)(?: till)?|bli kontaktade?)\b.{0,16}\b(?:mer|igen|langre|fler ganger|pa nytt)\b/,
  /\bsluta (?:genast )?(?:att )?(?:skriva|mejla|maila|kontakta|skicka|hora av|stora)\b/,
  new RegExp(
    `\\b(?:undvik|avsta|avstar|avhall|undanber|undanbeder|avboj\\w*)\\b.{0,25}\\b(?:ytterligare|vidare|fler|all|fortsatt\\w*|nya) ${MAILS.sv}`,
  ),
  new RegExp(
    `(?:^|\\b(?:snalla|vanligen|tack|skicka|stall),? )(?:inga|inte) (?:fler|ytterligare) ${MAILS.sv}(?! (?:behovs|kravs))`,
  ),
  /\bvill inte (?:langre )?(?:bli kontaktade?|ha (?:mer|fler|ytterligare|nagon)|fa (?:fler|mer))/,
  /\bta bort (?:mig|oss|min|mina|var|vara)\b.{0,30}\b(?:fran|ur)\b/,
  /\blamna (?:mig|oss) i fred\b/,
];

/** One of these stands in every request above: most sentences have none, and are not looked at further. */
const STANDS_IN_ALL = new RegExp(
  `^(?:${[
    "not|don'?t|never|no|wouldn'?t|stop|cease|quit|discontinue|refrain|desist|abstain|remove|delete|take|strike|leave",
    'nicht|nie|abzusehen|absehen|abstand|ab|keine?|unterlass.*|hor|horen|aufzuhoren|streichen|loschen|entfernen|nehmen|lass(?:en|t)?',
    'plus|cess.*|arret.*|abst.*|retir.*|supprim.*|enlev.*|ray.*|effac.*|desinscrire|desabonner|inutile|peine|laisse[zr]?',
    'nunca|dej.*|ces.*|borr.*|elimin.*|quit.*|sac.*',
    'niet|nooit|geen|hou|houdt?|stoppen|zie|ziet|zien|afzien|afziet|onthoud.*|haalt?|verwijdert?|schrapt?|laat',
    'inte|aldrig|slippa|sluta|undvik|avsta|avstar|avhall|undanber|undanbeder|avboj.*|inga|bort|lamna',
  ].join('|')})$`,
);

/** What is known of single words. */
const known = new Map<string, boolean>();
const MEMO_LIMIT = 20_000;

function mayAsk(word: string): boolean {
  let may = known.get(word);
  if (may === undefined) {
    if (known.size >= MEMO_LIMIT) known.clear();
    may = STANDS_IN_ALL.test(word);
    known.set(word, may);
  }
  return may;
}

/** Not for ever, not by any way, or not meant for a person who writes: limits on what is asked. */
const LIMITED: readonly RegExp[] = [
  // Do not hesitate
  /hesitat|\bzoger|\bhesite|\bdude[ns]?\b|\bdudar|aarzel|\btveka/,
  // Until, before, unless
  /\b(?:until|till (?!mig|oss)|before|unless|bis|bevor|ehe|vor (?:de[mr]|ablauf|ende)|solange|avant|jusqu|tant que|hasta|antes|mientras|voordat|totdat|tot (?!ons|mij|me\b)|zolang|innan|forran|tills|fore|sa lange|for the next|during|while|wahrend|pendant|durante|tijdens|under tiden)\b/,
  // What they need not do
  /\b(?:no need|need not|needn'?t|(?:do not|don'?t) (?:need|have) to|sie (?:mussen|brauchen)|(?:mussen|brauchen) sie|pas besoin|n'avez pas|no hace falta|no es necesario|no necesita\w*|hoeft?|hoeven|behover)\b/,
  // This way, not another
  /\b(?:directly|direkt|directement|directamente|rechtstreeks|outside|at work|at weekends|on (?:this|that|my) (?:number|mobile|phone)|linkedin|whatsapp)\b/,
  // "If you no longer wish …" is the footer of a list, or a case that may not come.
  /^(?:if|in case|should you|wenn|falls|sollten|sofern|si (?!vous plait|por favor)|s'il (?!vous plait)|si usted|als|indien|mocht|om) /,
  /\bif you (?:no longer|do not|don'?t|would|wish|prefer)|\bclick|\bklick|\bcliqu|\bhaga clic|\bunsubscribe/,
  // What cannot be, or what they will do themselves
  /\b(?:i|we|they)(?:'ll| will| shall| can| could| may)? (?:not |no longer |never |stop )+(?:be )?(?:contact|writ|e-?mail)\w*(?! (?:me|us)\b)/,
  /\b(?:receive|get|there (?:will be|are|is)) no (?:more|further)\b|\b(?:erhalten|bekommen|folgen|notig|erforderlich|notwendig)\b.{0,20}keine weiteren|keine weiteren\b.{0,40}\b(?:erhalten|bekommen|notig|erforderlich|notwendig)\b/,
  /\b(?:konnen|konnten|kann|werde|werden) (?:wir|ich|sie|uns)\b|\b(?:wir|ich) (?:konnen|konnten|kann|werde|werden) /,
];

const BY_PHONE =
  /\b(?:tele)?phon(?:e|ing)\b|\bcall(?:s|ing)?\b|telefonisch|telefon\b|anruf|appel\w* telephon|telephone|telefono|llamad|telefoon|\bbellen|ringa|samtal/;
const BY_MAIL =
  /e-?mails?|\bmails?\b|letter|writ|schreib|schriftlich|courriel|ecri|correo|escrib|schrijf|schriftelijk|mejl|skriv/;

/** Whose peace it is, by the words of the sentence. */
const OF_ONE = /\b(?:me|my|mich|mir|meine\w*|moi|mon|mes|mij|mijn|mig|min|mina)\b|\bm'/;
const OF_ALL =
  /\b(?:us|our|we|uns|unse\w+|wir|nous|notre|nos|nuestr\w+|ons|onze|wij|we|oss|vi|var|vara)\b|\b(?:role|position|vacancy|post|job|stelle|bewerbung\w*|poste|candidature\w*|puesto|vacante|candidatura\w*|vacature|functie|sollicitatie\w*|tjanst\w*|ansok\w+)\b|enquir|inquir|applications?\b|fragen\b|relances?\b|demandes?\b|consultas?\b|solicitud\w*|contactarnos|escribirnos|navraag|vragen\b|fragor|forfragningar/;
/** "Escribirme", "contactarnos": Spanish joins the person to the verb. */
const OF_ONE_SPANISH = /\b(?:escrib|contact|envi|mand|molest|borr|elimin|quit|sac|dej)\w*me\b|\bno me\b/;

/** The first sentence by which a mail asks for peace; null where none does. */
export function askedForPeace(sentences: readonly Sentence[]): AskedForPeace | null {
  for (const sentence of sentences) {
    if (!sentence.words.some(mayAsk)) continue;
    const folded = foldedTextOf(sentence);
    if (folded.length <= LONGEST_READ && asksForPeace(folded)) {
      const forOne = OF_ONE.test(folded) || OF_ONE_SPANISH.test(folded);
      return { forAll: !forOne && OF_ALL.test(folded), sentence: textOf(sentence) };
    }
  }
  return null;
}

function asksForPeace(folded: string): boolean {
  return (
    REQUESTS.some((request) => request.test(folded)) &&
    !LIMITED.some((limit) => limit.test(folded)) &&
    (!BY_PHONE.test(folded) || BY_MAIL.test(folded))
  );
}
