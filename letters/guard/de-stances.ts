import { type Concepts, stances } from './stances';

const YOU = 'sie|ihnen|ihre?[mnrs]?|du|dich|dir|deine?[mnrs]?|euch|eure?[mnrs]?|euer';
const NOBODY =
  'niemand(?:en|em)?|keiner|irgendjemand(?:en|em)?|irgendwer|irgendeiner|jemand(?:en|em)?|kein mensch|keine menschenseele|kein einziger';
const MESSAGE =
  '(?:e-?mails?|mails?|nachrichten?|briefe?|anrufe?n?|anfragen?|nachfragen?|erinnerungen?|versuchen?|schreiben|fragen|bewerbung(?:en)?)';
const DAY = '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)';

const IDEAS: Concepts = {
  you: YOU,
  them: `${YOU}|${NOBODY}|man|(?:das|die|eine?[mnrs]?|der|dem|den|so ein(?:e[mnrs]?)?) (?:\\w+ )?(?:unternehmen|firma|team|haus|abteilung|personalabteilung|betrieb|verfahren|arbeitgeber|konzern|laden)|hr`,
  nobody: NOBODY,
  me: 'ich|mich|mir|meine?[mnrs]?',
  mine: `meine?[mnrs]? (?:\\w+ ){0,2}(?:zeit|mühe|aufwand|interesse|unterlagen|profil|${MESSAGE})`,
  absurd:
    'wenn \\w+ (?:wehtäte|weh täte|olympisch|ein sport|eine sportart|strafbar|kunst)|liegt mir fern|davon (?:aus)?gegangen,? dass|den charme|die (?:herzlichkeit|manieren|geschwindigkeit|organisation|effizienz) eine[rs]?|jede[rs]? (?:\\w+ )?(?:imbissbude|würstchenbude|pommesbude|sportverein|kegelverein|grundschule|kiosk|dönerbude|kleingarten\\w*|flohmarkt|kreisliga\\w*)|parkuhr|kühlschrank|schlaftablette|badezimmerspiegel|(?:sich|euch|mir|uns|der welt|allen) (?:selbst )?(?:allen )?einen gefallen(?= .*\\b(?:und|lass\\w*|tun|tut|tu)\\b)|mit (?:verstand|hirn|rückgrat|herz und)|(?:man|jemand|wer|alle)(?: \\w+){0,4} (?:lesen|rechnen|schreiben|telefonieren) (?:kann|können|könnte)|etwas einbilden|stolz auf sich|das letzte(?=[.!]|$)|linke hand|mit ihren kunden besser|mit euren kunden besser|(?:einzige|einziger) (?:freundliche|normale|höfliche|nette|kompetente)\\w*|steinzeit|mittelalter|hinterm mond|hinter dem mond|gegähnt|gelangweilt|die augen verdreht|werden darf|die stirn|auf welchem planeten|die nerven,? (?:mir|mich)|nicht anvertrauen|personal verantwort\\w*',
  rhetorical:
    'soll (?:ich|das)|darf ich (?:annehmen|davon ausgehen|daraus|schließen|raten)|muss ich (?:jetzt|erst|wirklich|das|etwa|denn)|worauf (?:warten|wartet|wartest)|was (?:genau|bitte|denn|muss|soll|gibt es|wollen|machen) |seit wann|wer (?:ist|fühlt|kümmert|genau)|und (?:dafür|das war|wofür|nun|jetzt)|dafür (?:habe|bin|hab)|ist (?:das|es) (?:alles|euer ernst|ihr ernst|wirklich|zu viel|schon)|ist (?:jemand|da|hier|überhaupt|mein)|gibt es (?:bei|da|hier|irgend)|habe ich (?:etwas|was|euch|sie) (?:falsch|verbrochen|verpasst|getan)|hat (?:jemand|irgend\\w*|überhaupt|eigentlich)|liest|glauben sie|glaubt ihr|glaubst du|meinen sie|meint ihr|meinst du|wollen sie|wollt ihr|willst du|erwarten sie|erwartet ihr|wo (?:bleibt|bleiben)|wie (?:oft|lange|viele|soll)|warum|wieso|weshalb|wozu',
  grievance:
    'kaffeesatz|hellseh\\w*|kristallkugel|raten|abgesagt|kaputt|eigentlich|noch|warten|wartet|wartest|betteln|schweigen|ernst|vergessen|aufgeben|aufhören|gelesen|zugehört|antwort\\w*|anruf\\w*|gemeldet|melden|verschwendet|wert|umsonst|verbrochen|falsch|zuständig|reise|telefon|sitzen|ewig|jemand|nichts|überhaupt|wirklich',
  norm: 'gehört(?: es)?(?: sich)?(?: doch| eigentlich| nun mal| einfach)?(?:,| dazu| auch)|zu einer? (?:abmachung|vereinbarung|zusage|gespräch)|abgemacht ist|versprochen ist|gute[rn]? (?:ton|stil|sitte)|eine frage (?:des|der)|andere (?:unternehmen|firmen|arbeitgeber|häuser)|woanders (?:bekommt|erhält|wird)|bei anderen|(?:sollte|dürfte|müsste)(?: ich| man)?(?: \\w+){0,4} nicht|nicht (?:\\w+ )?müssen|auch umgekehrt|umgekehrt (?:gälte|gilt|gelten)|auf gegenseitigkeit|beruht auf|beide(?:n)? seiten|keine einbahnstraße|einbahnstraße|mein(?:en)? teil|an der reihe|so etwas (?:macht|tut) man|das (?:macht|tut) man (?:nicht|einfach)|man (?:kann|darf|sollte) doch|wird (?:ja |doch )?wohl|(?:ja|doch) wohl|(?:nachlässig|unhöflich|gedankenlos|lieblos|unfair|schwach|kalt|traurig|schade),? (?:leute|menschen|bewerber\\w*|jemanden|wenn|wie|so)|da wo ich herkomme|ich bin (?:so|anders) erzogen|so kann man|mitmenschen',
  conduct:
    'inform\\w*|antwort\\w*|halten|hält|abmachung|versprechen|zusage|hinterherlauf\\w*|nachlaufen|fragen|betteln|warten|sprechen|einladen|einzuladen|leute|menschen|bewerber\\w*|stand|bescheid|flexib\\w*|erfüllt|sagen|sagt|behandel\\w*|melden|meldet|telefon|bedienen|umspringen|umgehen|umgang|reihe|gälte|gilt|verschwinden|konzern|mühe|schön,? wenn|jemand|rückmeld\\w*|absage',
  wounded:
    'verletz\\w*|kränk\\w*|aufgelegt|so behandelt|so umgegangen|sprachlos|fehlen\\b.{0,15}\\bworte|fassungslos|beleidig\\w*|desillusion\\w*|vertrösten|vertröstet|abwimmeln|hingehalten|ohne (?:jede )?(?:reaktion|antwort|rückmeldung|echo)(?! (?:wollte|möchte|will|lasse) ich)|unbeantwortet|kein interesse|nicht interessiert|jemand anderen im (?:kopf|sinn|auge)|längst (?:entschieden|vergeben)|wow|echt jetzt|im ernst|fertig (?:seid|sind|bist)|zuständig (?:zu )?fühl\\w*|niemand\\b.{0,20}\\bzuständig|nicht mehr,? wie oft|aufgehört zu zählen|hinterherlauf\\w*|nachlaufen|bittsteller\\w*|peinlich\\w*|lächerlich\\w*|verletzend|verbittert|herzlos\\w*|seelenlos\\w*|anlauf|anläufe|mürbe|blöd vor|zum affen|schäbig\\w*',
  occasion:
    'schreiben|mails?|e-?mails?|anruf|angerufen|gewohnt|nachricht|gelaufen|frage|gefragt|antwort|telefon|stelle|job|gespräch|stunden|bewerb\\w*|unterlagen|überlegen|bescheid|woche|verfahren|sie|ihnen|ihr\\w*|du|dir|dich|euch|euer|eure\\w*|mich|mir|ja',
  shortTime:
    '(?:zwei|fünf|eine?|dreißig|zehn|ein paar|drei) (?:minuten?|sekunden?|zeilen?|sätze?|satz|worte?|wörter|klick\\w*)|ein (?:satz|anruf|wort|einzeiler|klick)|mehr (?:hätte|braucht|wäre)',
  wouldTake:
    'hätte(?:n)?(?: \\w+){0,4} (?:gereicht|genügt|gebraucht|gekostet)|zu viel verlangt|wäre(?:n)? (?:doch |schon )?(?:genug|drin|möglich|nett|schön gewesen)',
  none: 'nicht|nichts|nie|niemals|niemand|keine?[mnrs]?|keinerlei|ohne|weder|noch nie|kaum|fehl\\w*|mangel\\w*|vergeblich|umsonst|null',
  reply:
    'antwort\\w*|rückmeld\\w*|zurückmeld\\w*|meld(?:en|est|et|e|ete|eten)|gemeldet|bescheid|nachricht|auskunft|reaktion\\w*|reagier\\w*|feedback|zeilen?|wort|anruf\\w*|zurückruf\\w*|zurückgerufen|gehört|höre|hören|neuigkeiten|entscheidung|stand|information\\w*|informier\\w*|zusage|absage|mails?|e-?mails?|telefon|hörer|lebenszeichen|kommuni\\w*|ergebnis',
  message: MESSAGE,
  manyMessages: `(?:alle|beide|keine|mehrere[nr]?|zwei|drei|vier|fünf|sechs|zahlreiche[nr]?|viele[nr]?|etliche[nr]?|unzählige[nr]?|\\d+)(?: (?:meiner|von meinen))?(?: \\w+)? ${MESSAGE}|meine[rn]? (?:letzten |bisherigen |vorherigen |früheren |ersten )?(?:beiden |zwei |drei |vier |fünf |sechs |vielen |zahlreichen |ganzen )?(?:${MESSAGE.replace('|schreiben|fragen|bewerbung(?:en)?', '')})`,
  lost: 'verloren|unbeantwortet|ungelesen|untergegangen|übersehen|spam\\w*|verschwunden|verschollen|ignoriert\\w*|gelöscht|ins leere|papierkorb|unter den tisch|liegen\\w*|im nirwana|verpufft|versandet|ohne (?:jede )?(?:reaktion|antwort|rückmeldung|erfolg)',
  job: 'stelle|job|position|arbeitsplatz|platz|zusage|ausbildungsplatz|praktikum|bei (?:ihnen|euch|dir)|klappt?|das nichts wird|absage|einstell\\w*|arbeit|anstellung|chance',
  decision:
    'entscheidung|absage|ablehnung|begründung|gründe?|grund|einschätzung|beurteilung|urteil|bewertung|ergebnis|auswahl|wahl|erklärung|abgelehnt|abgesagt|aussortiert|abzusagen|abzulehnen|nicht (?:genommen|ausgewählt|eingeladen|berücksichtigt|geeignet|passe|gereicht|genug)|jemand(?:en)? ander\\w*|für einen ander\\w*|fehlende?r? erfahrung|zu wenig erfahrung|ihr nein|zurückgewiesen',
  thanks:
    'danke(?! auch)|dank(?! auch)|dankbar|freue|freut|gefreut|erfreut|gefiel|gefallen|gern|gerne|beeindruckt|schätze|glückwunsch|begeistert|schön(?:e[nrs]?)? (?:gespräch|tag)',
  accept:
    'vielleicht warten|respektiere|akzeptiere|volles verständnis|habe (?:ich )?(?:dafür |natürlich |selbstverständlich )*verständnis|eilt nicht|keine eile|wünsche (?:ihnen|euch|dir)|völlig in ordnung|in aller ruhe|nehmen sie sich|nimm dir|lasst euch zeit|lassen sie sich zeit',
  respects: 'respektiere|akzeptiere|lernen|verbessern|beim nächsten mal|künftig besser',
  sorry: 'entschuldig\\w*|verzeih\\w*|tut mir leid|mein fehler|mein versehen|bedaure|pardon',
  atWork:
    'kund(?:e|en|in|innen)|klient\\w*|patient\\w*|nutzer\\w*|anwender\\w*|lieferant\\w*|in meine[mr] (?:letzten|vorigen|früheren|jetzigen|ersten|alten) (?:stelle|job|position|firma|team)|bei meine[mr] (?:letzten|vorigen|früheren|jetzigen)|mein(?:em)? team|meine[nr]? kolleg\\w*|damals|ich hätte (?:\\w+ ){0,6}(?:sagen|erwähnen) sollen|keine zeit (?:mehr )?(?:blieb|war)|blieb|früher einmal|habe ich gelernt|lernte ich|(?:ihr|euer|dein)\\w* (?:produkt|vortrag|artikel|buch|werkzeug\\w*|app)|vortrag|artikel|beitrag|projekt|die aufgabe|der aufgabe|fallstudie',
  // Ärger
  surprise:
    'wunder(?:t|e|n)|verwunder\\w*|überrasch\\w*|erstaun\\w*|seltsam\\w*|merkwürdig\\w*|komisch\\w*|befremd\\w*|enttäusch\\w*|ernüchter\\w*|schade|traurig\\w*|bedauerlich\\w*|bezeichnend\\w*|erschreckend\\w*|bemerkenswert\\w*|sonderbar\\w*|unbegreiflich\\w*|unverständlich\\w*|unerklärlich\\w*|rätselhaft\\w*|irritier\\w*|bedenklich\\w*|fragwürdig\\w*|frustrier\\w*|entmutig\\w*|interessant,? (?:dass|wie)|spannend,? (?:dass|wie)|kaum zu glauben|stutzig|ironi\\w*|verstimm\\w*|vor den kopf',
  slight:
    'ignor\\w*|überseh\\w*|vergess\\w*|liest|lesen|gelesen|interessier\\w*|kümmer\\w*|ernst|wichtig\\w*|wert|wertschätz\\w*|respekt\\w*|überhaupt|jemals|existier\\w*|erreich\\w*|ankomm\\w*|angekommen|beachtet?|wahrgenommen|egal|bearbeitet|zustande|schafft|hinbekomm\\w*|umgeh\\w*|umgang|behandel\\w*|kurze?[nrs]?|einfache?[nrs]?|einzige?[nrs]?|zwei|überfordert',
  suspicion:
    '(?:langsam|allmählich|so langsam|mittlerweile|inzwischen|ernsthaft|wirklich|ehrlich gesagt|ernstlich)(?: \\w+)? (?:frage|glaube|zweifle|zweifele|denke|bekomme|habe|fürchte|vermute)|frage (?:ich )?mich (?:langsam|allmählich|inzwischen|mittlerweile|ernsthaft|wirklich|schon|ehrlich|so langsam|manchmal|nur|doch)|fragt man sich|muss (?:ich|man)(?: \\w+){0,3} (?:annehmen|davon ausgehen|vermuten|schließen|fragen|glauben|feststellen)|(?:kann|darf) (?:ich|man)(?: \\w+){0,2} nur (?:annehmen|vermuten|schließen|mutmaßen)|werde(?: ich)? das gefühl nicht los|(?:habe|bekomme|gewinne)(?: ich)?(?: \\w+){0,3} (?:das gefühl|den eindruck)|drängt sich\\b.{0,20}\\b(?:auf|eindruck|verdacht)|lässt (?:mich )?(?:nur )?(?:vermuten|den schluss|darauf schließen)|komme nicht umhin|kommen mir zweifel|zweifle ich|zweifel daran',
  wonder: 'frage mich|vermute|nehme an|schätze|glaube|fürchte|zweif\\w*|wohl|vielleicht',
  any: 'überhaupt|jemals|eigentlich|jemand|niemand|keiner|irgendjemand|irgendwer|je',
  evidently:
    'offenbar|offensichtlich|anscheinend|scheinbar|augenscheinlich|wohl|scheint|scheinen|ja|eben|halt|ganz klar|sichtlich',
  notWorth:
    'nicht (?:\\w+ ){0,2}(?:wichtig|wert|interess\\w*|der mühe|der rede|priorität)|nur eine nummer|eine nummer|nebensache|nebensächlich|keine (?:große |hohe )?priorität|zu (?:viel|schwer|wichtig|fein|schade|anstrengend|mühsam|kompliziert|gut)|ganz unten|egal|lästig|luft für|unwichtig',
  asYouKnow:
    'wie (?:sie|du|ihr|ihnen|dir|euch)(?: \\w+)? (?:sicher(?:lich)?|gewiss|bestimmt|zweifellos|wohl|ja|hoffentlich|natürlich|selbst|vermutlich|bekannt sein|noch)(?: \\w+){0,2} ?(?:wissen|weißt|wisst|bewusst|bekannt|erinner\\w*|dürfte|ist)|ich (?:darf|möchte|muss) (?:sie|dich|euch) (?:\\w+ )?(?:daran )?erinnern|darf ich (?:sie |dich |euch )?(?:\\w+ )?(?:daran )?erinnern|ich erinnere (?:sie )?(?:\\w+ )?daran|zur erinnerung|wenn ich (?:sie|dich|euch) (?:\\w+ )?erinnern darf',
  time: 'tage\\w*|wochen?|monate\\w*|ewig\\w*|lange|seit|noch immer|immer noch|bereits|schon|inzwischen|mittlerweile|\\d+\\.?|frist|gestern|überfällig\\w*|längst',
  promised:
    'versproch\\w*|versprich\\w*|zugesagt|zugesichert|versichert\\w*|gesagt|sagten|sagtest|angekündigt|garantiert|vereinbart|in aussicht gestellt|hieß es|hoch und heilig|ausgemacht|wollten sie|wolltet ihr|wolltest du',
  perMy:
    '(?:wie|was) (?:ich )?(?:ihnen |dir |euch )?(?:bereits|schon|mehrfach|wiederholt|mehrmals)(?: \\w+){0,5} (?:geschrieben|erwähnt|mitgeteilt|erbeten|gebeten|gefragt|erklärt|dargelegt|ausgeführt|angemerkt|gesagt)|siehe (?:meine|dazu meine)(?: \\w+)? (?:e-?mails?|nachricht\\w*|schreiben|mails?)|ich verweise auf meine?|(?:gemäß|laut) meine[rm] (?:letzten|vorigen|früheren)|nochmals? (?:zum mitschreiben|in aller deutlichkeit|für alle|zur verdeutlichung)',
  attach: 'anhang|anbei|beigefügt|urlaub|verhindert|adresse|erreichbar|telefonnummer|gespräch|link|eintritt\\w*',
  again:
    'wieder|noch einmal|nochmals|nochmal|erneut|abermals|bisherige\\w*|vorherige\\w*|letzte\\w*|frühere\\w*|zum (?:zweiten|dritten|vierten|fünften) mal|schon|bereits',
  reminder:
    '(?:kleine|freundliche|kurze|höfliche|weitere|zweite|dritte|sanfte|nochmalige)[nr]? (?:erinnerung|nachfrage|anfrage)|erinner\\w*|hake|nachhaken|nachfragen|frage (?:ich )?nach',
  treat:
    'behandel\\w*|umgeh\\w*|umgegangen|umgeht|umgehst|umgang|umspring\\w*|umgesprungen|abgefertigt|abfertig\\w*|abgespeist|abserviert|verfähr\\w*|verfahren',
  people: 'bewerber\\w*|kandidat\\w*|menschen?|leuten?|mir|mich|uns|jemandem',
  likeThis:
    'so|wie (?:luft|dreck|eine? (?:nummer|bittsteller\\w*|mensch)|vieh|ein kind)|nummer|nach (?:vier|drei|fünf|all)|auf diese (?:art|weise)|derart|dermaßen|solche?[nrm]?|von oben herab|respekt\\w*|wie (?:sie|ihr|du|bei)|würdelos|lieblos|anders|besser|schlecht\\w*',
  feel: 'fühl(?:e|t|en)|gefühl|komme mir|kam mir|wurde|werde|worden|gefühlt',
  hurt: 'hingehalten|ignoriert|übergangen|vergessen|nicht ernst\\w*|ausgenutzt|vorgeführt|verschaukelt|veräppelt|abgespeist|abgefertigt|abserviert|herabgewürdigt|missachtet|geringgeschätzt|im stich gelassen|allein(?:e)? gelassen|wie eine? (?:nummer|bittsteller\\w*|idiot|depp|trottel|störfaktor)|für dumm|verraten|betrogen|gedemütigt|zum narren|vertröstet|links liegen|unerwünscht|nicht wahrgenommen|nicht gesehen|nicht wertgeschätzt|verarscht|blöd vor|dumm vor',
  sour: '(?:fade[nrs]?|bittere[nrs]?|schale[nrs]?|üble[nrs]?|unangenehme[nrs]?) (?:bei|nach)geschmack|(?:irgendwann|langsam|jetzt|nun|allmählich|so langsam)(?: \\w+){0,3} (?:mal |auch mal |auch )?(?:gut|genug|schluss|das maß voll)(?=[.! ]|$)(?! ?(?:vorbereitet|zurecht|angekommen))|das maß ist voll|platzt (?:mir )?(?:langsam |allmählich |gleich )?der kragen|der kragen|auf die palme|die hutschnur|reißt (?:mir )?(?:langsam |allmählich )?der|(?:wertschätzung|höflichkeit|respekt|professionalität|verlässlichkeit|kommunikation|anstand|transparenz|fairness|gastfreundschaft|service|kundenfreundlichkeit|organisation) (?:sieht|sehen|geht|gehen|stell\\w*|klingt)\\b.{0,25}\\banders|anders vorgestellt|schlag ins gesicht|ohrfeige|wie bestellt und nicht abgeholt|auf die nerven|an die nieren|ein starkes stück|das ist (?:doch )?(?:allerhand|die höhe|das letzte|nicht wahr|der gipfel)|geht (?:gar|überhaupt) nicht|das geht so nicht|zum haare ?raufen|im kreis (?:gedreht|geschickt)|von pontius|kopfschütteln|da fehlen mir die worte|fassungslos|sprachlos|nicht (?:mehr )?witzig|nicht lustig|verzichte dankend|hinter(?:s)? licht|salz in die wunde|kalte schulter|auf granit|mürbe|zermürb\\w*|leid zu warten|lange genug|am ausgestreckten arm|auflaufen|schlechter scherz',
  tooMuch:
    'so (?:schwer|schwierig|aufwendig|aufwändig|mühsam)|zu viel verlangt|nicht (?:viel|zu viel|schwer|so schwer|die welt)|kein hexenwerk|kein ding der unmöglichkeit|nicht zu viel|dauert (?:keine )?(?:\\w+ )?(?:zwei|fünf|\\d+|eine|zehn|dreißig) (?:minuten?|sekunden)|kostet (?:sie |euch |dich )?(?:doch )?(?:nichts|keine|zwei|fünf)|drin (?:ist|sein|wäre|sitzt)|machbar|möglich sein|keine raketenwissenschaft|nicht die welt|zumutbar|selbstverständlich\\w*|mindestmaß|das mindeste',
  usual:
    '(?:ist|sind|war|soll|wäre) (?:das|dies|so etwas|es)(?: \\w+){0,5} (?:üblich|normal|standard|stil|art|ernst|usus|methode|gang und gäbe|scherz|test|an der tagesordnung|professionell)|(?:läuft|geht) das (?:bei (?:ihnen|euch|dir) )?(?:\\w+ )?(?:immer|so|üblicherweise)|(?:immer|generell|grundsätzlich|üblicherweise|eigentlich) so\\b',
  hardSilence:
    'funkstille|totenstille|grabesstille|schweigen im walde|kein (?:einziges )?(?:wort|sterbenswörtchen|lebenszeichen|mucks|ton|piep)|keine (?:silbe|einzige \\w+|menschenseele|zeile)|nichts als schweigen|rein gar nichts|absolut nichts|überhaupt nichts|gar nichts|sang- und klanglos|in schweigen|stillschweigen|verstummt|abgetaucht|untergetaucht|von der bildfläche|tote hose|wie vom erdboden|ohne ein wort|ohne dass (?:ich|sich|jemand|mir|irgend)',
  straight:
    '(?:klare|ehrliche|vernünftige|ordentliche|konkrete|verbindliche|richtige|brauchbare)[nrs]? (?:auskunft|antwort|aussage|ansage|information|rückmeldung|worte?)|klartext',
  soLong:
    '(?:so|derart|dermaßen|denn so|da so|eigentlich so|noch) lange? (?:dauert|dauern|braucht|brauchen|brauchst|warten|hinzieh\\w*)|dauert (?:das |es |denn |da |denn da |bei euch |bei ihnen )*(?:so|derart|dermaßen|noch|eigentlich so) ?lange?|so lange dauert|zieht sich|in die länge|schneckentempo|mühlen mahlen|hinaus(?:ge)?zögert|woran (?:liegt|hängt|hapert|scheitert)',
  baffled:
    'verstehe(?: \\w+){0,3} nicht|begreife(?: \\w+){0,3} nicht|nicht (?:verstehen|begreifen|nachvollziehen|erklären)|rätselhaft|ein rätsel|schleierhaft|unverständlich|warum|wieso|weshalb|was (?:da|denn|bitte)|erschließt sich',
  inReturn:
    'dank auch|danke auch|zum dank|als dank|dafür (?:habe|hab|bekomme|bin|nahm|saß|fuhr)|und das (?:ist|war)(?: \\w+)? (?:der dank|alles|dafür)|für nichts|umsonst|nur um|und wofür|wofür eigentlich|ist das der dank',
  sacrifice:
    'urlaub\\w*|freie\\w* tage?|stunden|wochenenden?|abende?|nächte|fahrt|angereist|gefahren|bahn|zug|aufgabe|präsentation|vorbereit\\w*|runden|gespräche|aufwand|mühe|zeit|geopfert|genommen|tage',
  either: 'entweder',
  orYou: 'oder (?:sie|ihr|du|man|niemand|keiner|es|jemand)',
  ifIWorked:
    'wenn ich (?:so|meine|mit meinen|mir das|das)|würde ich (?:so|meine|mit meinen)|stellen sie sich vor|stell dir vor|ginge ich so',
  fired:
    'arbeiten|umgehen|umginge|behandeln|erlauben|pleite|gefeuert|entlassen|los|keine kunden|kündigung|auftreten|job los|wie (?:sie|ihr|du)',
  busyToo:
    '(?:aber |doch )?(?:ich |das )?(?:habe |bin |ist )?(?:ich )?auch(?=[.!]|$)|habe ich auch|bin ich auch|geht mir (?:auch|ebenso)|gilt (?:auch )?für mich|meine zeit (?:ist )?(?:auch|ebenso|genauso|ebenfalls)|auch (?:meine|ein leben|anderes|besseres)',
  busy: 'viel zu tun|beschäftigt|zeit|stress\\w*|wichtig\\w*|kostbar|wertvoll|termine|viel los|ausgelastet',
  notTooBusy:
    'ausnahmsweise|zur abwechslung|(?:noch |vielleicht noch )?in diesem (?:jahr|leben|jahrzehnt|jahrhundert|quartal)|noch (?:dieses|in diesem) (?:jahr|leben)|bevor ich (?:in rente|alt|sterbe|grau)|(?:irgendwann|eines tages) (?:einmal|mal|doch|dazu)|falls (?:sie|ihr|du) (?:\\w+ )?(?:irgendwann|jemals|dazu|lust|die güte|zwischen)|wenn (?:sie|ihr|du) (?:mal|denn|dann|irgendwann|die güte)\\b|die güte|sich herab|diesmal|dieses mal|endlich|gnädig\\w*|erbarmt|sich bequem\\w*|dazu durchring\\w*',
  honest:
    'ehrlich gesagt|offen gesagt|um ehrlich zu sein|gelinde gesagt|milde ausgedrückt|vorsichtig (?:gesagt|formuliert|ausgedrückt)|mit verlaub|bei allem (?:respekt|verständnis)|ganz ehrlich|ich muss (?:schon |leider |ehrlich )?sagen|um es (?:klar|deutlich|höflich|milde|vorsichtig)|nichts für ungut|in aller deutlichkeit|offen gestanden|unter uns|klipp und klar|ich sage es (?:mal )?so',
  complaint:
    'schleppend\\w*|langsam\\w*|chaotisch\\w*|chaos|wirr\\w*|unorganisiert\\w*|zäh\\w*|undurchsichtig\\w*|intransparent\\w*|schwach\\w*|schlecht\\w*|lieblos\\w*|unwürdig\\w*|mäßig\\w*|dürftig\\w*|dünn\\w*|enttäusch\\w*|ernüchter\\w*|traurig\\w*|frustrier\\w*|ermüdend\\w*|mühsam\\w*|nervig\\w*|unfreundlich\\w*|arrogant\\w*|seltsam\\w*|merkwürdig\\w*|befremd\\w*|komisch\\w*|daneben|nicht (?:gut|schön|fair|in ordnung|okay|ok|die feine|gerade|besonders|sehr|was ich)|unter aller|ausbaufähig\\w*|verbesserungswürdig\\w*|(?:viel )?luft nach oben|zu wünschen übrig|kein ruhmesblatt|keine glanzleistung|fragwürdig\\w*|unterirdisch\\w*|unglücklich\\w*|grenzwertig\\w*|anstrengend\\w*|unschön\\w*|kalt\\w*|stillos\\w*|unpersönlich\\w*|kein guter stil|nicht zu fassen|schade',
  theirs:
    '(?:ihr|euer|dein|eur|ihre?[nrms]?|eure?[nrms]?|deine?[nrms]?) (?:\\w+ ){0,2}(?:verfahren|prozess\\w*|kommunikation|unternehmen|firma|haus|team|personalabteilung|recruiting|verhalten|leute|kolleg\\w*|seite|art|umgang|auswahl\\w*|bewerbungs\\w*|antwort\\w*|schweigen|mails?|schreiben|ton|stil|arbeitsweise|organisation|vorgehen\\w*|ablauf|abläufe)|(?:das|der|die|dieses|dieser|diese) (?:ganze |gesamte )?(?:verfahren|prozess|kommunikation|ablauf|umgang|vorgehensweise|bewerbungsprozess|auswahlverfahren|art)|bei (?:ihnen|euch)|von (?:ihnen|euch)|hier läuft',
  stillNot:
    '(?:immer noch|noch immer|nach wie vor|bis heute|bis jetzt|bislang|bisher|weiterhin|noch) (?:nichts|keine?[nrm]?|nicht|ohne|niemand|auf)|warte(?: ich)? (?:immer noch|noch immer|nach wie vor|bis heute|noch|weiterhin)',
  shouldHave:
    'hätte(?:n|st|t)?|sollte(?:n|st|t)?|könnte(?:n|st|t)?|müsste(?:n|st|t)?|dürfte|darf man|kann man|wäre(?:n)?|wünsch\\w*|gewünscht|erwart\\w*|wenigstens|zumindest|mindestens|eigentlich|sollte man meinen|man sollte meinen|seriöse\\w*|ein (?:haus|unternehmen|arbeitgeber) (?:ihrer|eurer|dieser)|angebracht|gehört(?: es)? sich',
  nowIs: `^(?:und |aber |nun |tja,? )*(?:heute|jetzt|nun|inzwischen|mittlerweile|das (?:ist|war)|dieser|die(?:se)? (?:\\w+ )?(?:woche|frist|tag)|es ist|wir haben|${DAY}|seitdem|seither|passiert|gekommen|nichts|bis heute|gehört)`,
  ohWell:
    "keine antwort ist (?:auch|wohl auch) eine|schweigen ist auch|dann eben nicht|dann halt nicht|na dann|na gut,|auch egal|von mir aus|sei.s drum|ich habe verstanden[.!]*$|botschaft (?:ist )?angekommen|schon verstanden|gut zu wissen,? dass (?:sie|ihr|man|bewerber)|vergessen sie(?:\\'s| es)|vergiss es|vergesst es|können sie sich sparen|könnt ihr euch sparen|kannst du dir sparen|sparen sie sich|spar dir|spart euch|bemühen sie sich nicht|bemüht euch nicht|machen sie doch|macht doch|wie auch immer|ist ja auch|geschenkt[.!]*$",
  // Grobheiten
  contempt:
    'von tuten und blasen|auf (?:die )?(?:menschen|menschheit|bewerber\\w*|leute) los(?:ge)?lassen|keine? (?:\\w+ )?ahnung(?= .*\\b(?:sie|ihr\\w*|eur\\w*|dein\\w*)\\b)(?!.*\\bich\\b)|sonst ?wohin|dahin,? wo die sonne|den buckel|gestohlen bleiben|am allerwertesten|hinter die ohren|nichts zu tun haben|(?:hat|haben|habt|hast|verdien\\w*)(?: \\w+){0,5} (?:auch )?nicht verdient|kindergarten|ponyhof|hühnerhaufen|haufen|verein(?= .*\\b(?:ihr|euer|so|diesen)\\b)|klitsche|bruchbude|laien(?:spiel|truppe|darsteller)\\w*|provinz\\w*|hinterhof\\w*|drittklassig\\w*|zweitklassig\\w*|unter aller (?:sau|kanone|würde)|wer (?:so|sich so|derart)(?: \\w+){0,6} (?:umgeht|behandelt|arbeitet|verhält|benimmt|führt|auftritt)|solche leute|leute wie (?:sie|ihr|euch|du|dich)|menschen wie (?:sie|euch|dich)|(?:ihr|euer|dein)(?: \\w+)? (?:ego|niveau|horizont|spatzenhirn)|geistig\\w*|hirn\\w*|verstand verlassen|nicht alle (?:tassen|latten)|spinnt|spinnen sie|nicht ganz dicht|wichtigtuer\\w*|besserwisser\\w*|aufgeblasen\\w*|eingebildet\\w*|abgehoben\\w*|selbstgefällig\\w*|selbstherrlich\\w*|herablassend\\w*|großkotzig\\w*|schnösel\\w*|lern(?:en sie|t)? (?:erst (?:mal|einmal) )?(?:zu |lesen|anstand|manieren|benehmen|wie man)|nachhilfe|zu dämlich|dämlich\\w*|beschränkt\\w*|hohl\\w*|bekloppt\\w*|lausig\\w*|mies\\w*|sauhaufen|witzfigur\\w*|lachnummer\\w*|karnevals\\w*|unfähig\\w*|jemand(?:en)?,? der (?:seine arbeit|seinen job|lesen|denken|ahnung|weiß)|erwachsene[nrs]?(?= .*\\b(?:bei|hier|sprechen|reden)\\b)',
  praise:
    'glückwunsch|gratul\\w*|bravo|respekt[,!]|hut ab|chapeau|applaus|großes kino|ganz große[nrs]? (?:kino|klasse|sport|leistung)|meisterleistung|meisterklasse|glanzleistung|herzlichen dank für|vielen dank für|danke für|wie (?:nett|schön|reizend|freundlich|großzügig|aufmerksam|professionell|beeindruckend|zuvorkommend)|muss (?:schön|herrlich|angenehm|toll|praktisch|bequem) sein|beeindruckend\\w*|großartig\\w*|super|klasse|toll\\w*|spitze|stark|vorbildlich\\w*|rekord\\w*|preis|orden|medaille|weltklasse|paradebeispiel|lehrbuch\\w*|saubere (?:leistung|arbeit)|prima|reife leistung|kunststück|das muss man erst',
  failing:
    'langsamste\\w*|langsam\\w*|ignorier\\w*|vergess\\w*|schweig\\w*|funkstille|verschwend\\w*|warten|aufgewacht|wach (?:sind|seid|bist)|aufwach\\w*|monate\\w*|wochenlang\\w*|nichts|niemand|keine?[nr]? (?:antwort|reaktion|rückmeldung|zeile)|nie(?:mals)?|wie ihr eure|wie sie (?:ihre |mit )|wie man (?:es )?(?:nicht|bewerber\\w*)|hinhalten|hinhaltetaktik|abwimmel\\w*|(?:automatische|standardisierte|vorgefertigte|unpersönliche|lieblose)[nrs]? (?:absage|mail|antwort|schreiben|nachricht|e-mail)|standard(?:absage|mail|schreiben|floskel\\w*)|serien(?:brief|mail)|textbaustein\\w*|floskel\\w*|zwei zeilen|zweizeiler|zweizeilige\\w*|nicht zu|nicht einmal|ewig\\w*|verschollen|so wenig zu tun|schlechteste\\w*|abzusagen|umgeh(?:t|en) (?:mit|könnt)|zu ignorieren|sitzen zu lassen',
  worst:
    'langsamste\\w*|schlechteste\\w*|chaotischste\\w*|längste\\w*|unfreundlichste\\w*|unprofessionellste\\w*|wie man (?:es |bewerber |menschen |leute )?nicht|so wenig zu tun|aufgewacht|aufwach\\w*|wach (?:sind|seid|bist)',
  thanYou: 'als (?:sie|ihr|du|euch|dich|ihre?[nrm]?|eure?[nrm]?|deine?[nrm]?|bei ihnen|bei euch)',
  wits: 'gedächtnis|verstand|manieren|benehmen|ahnung|grips|hirn|intelligen\\w*|organis\\w*|rückgrat|goldfisch\\w*|kleinkind\\w*|kind(?:er)?|hund|katze|papagei|toaster|affen?|anrufbeantworter|chatbot|roboter|maschine|schnecken?|schildkröte\\w*|lieber|arbeiten|schneller|freundlicher|wärme|persönlichkeit',
  incapable:
    '(?:ihr|euer|ihre|eure|deine|sie|ihr) (?:\\w+ )?(?:\\w+ )?(?:kann|können|könnt|könnte|könnten|würde|würden|bekäme\\w*|bekommt|kriegt|schafft)(?: \\w+){0,4} (?:nicht (?:einmal|mal)|keinen? \\w*(?:geburtstag|kasten|ausflug|würstchen|kindergeburtstag)\\w*|nicht bis (?:drei|drei))|nicht (?:einmal|mal) (?:\\w+ ){0,3}(?:organisieren|lesen|schreiben|zählen|buchstabieren|auf die reihe|gebacken|fertig|zustande)|nicht auf die reihe|nichts (?:auf die reihe|gebacken|zustande)',
  // Flehen
  lostWithout:
    '(?:weiß|wüsste|wissen)(?: \\w+){0,4} nicht,?(?: mehr,?)? (?:was|wie|wohin|wovon|wo|an wen)(?: \\w+)? (?:ich|wir|soll|es|noch)|weiß (?:ich )?(?:nicht|keinen|keinen anderen) (?:mehr )?(?:weiter|ausweg|rat)|wasser bis zum hals|am abgrund|am ende(?: meiner| der)?(?: kräfte)?[.!]|mit dem rücken zur wand|vor dem nichts|keinen (?:anderen )?ausweg|letzter strohhalm|strohhalm|am seidenen faden|am tiefpunkt|tief in der krise|keine perspektive|nirgends sonst|sonst nirgendwo|boden unter den füßen|über wasser halten|existenzangst|existenzängste',
  emotion:
    'bete[nt]?|gebetet|schlaf\\w*|schlafe|wach|wein\\w*|tränen|herz|gebrochen|zerbrech\\w*|zerstör\\w*|albtr[aä]um\\w*|alptr[aä]um\\w*|panik|zusammenbruch|depressi\\w*|nerven|zitter\\w*|besessen|untergehen|weltuntergang|welt zusammen|zusammenbrechen|träum\\w*|geträumt|bauchschmerzen|magen|appetit|gedanken kreisen|kreisen meine|denke (?:ich )?(?:an nichts anderes|nur noch|ständig|pausenlos|unentwegt|tag und nacht)|angst|krank vor',
  hardship:
    'miete|raten|kredite?|rechnungen|schulden|ersparnisse|erspartes|rücklagen|vermieter\\w*|dispo|konto|arbeitslos\\w*|jobcenter|bürgergeld|arbeitsamt|arbeitslosengeld|hartz|ohne (?:arbeit|job|einkommen|stelle)|alleinerziehend\\w*|meine?[rn]? (?:\\w+ )?(?:kinder\\w*|tochter|sohn|frau|mann|familie|mutter|vater|eltern)|zwei kinder|drei kinder|kleine kinder|strom|hypothek|haus ?kredit|aufenthalt\\w*|abschiebung|ernähren|essen auf',
  direNeed:
    'brauch\\w*|benötig\\w*|angewiesen|abhängig|hängt|hängen|bitte|rett\\w*|fällig|zahlen|bezahlen|aufgebraucht|weg|leer|alle(?=[.,!]|$)|versorgen|ernähren|helfen|hilf|verlier\\w*|hoff(?:e|en|t|nung)|decken|im rückstand|überzogen|offen(?:e|en)?|erdrück\\w*|drück(?:t|en)|knapp|eng|kaum|reicht|reichen|verzweif\\w*|druck|läuft aus|nicht mehr|so wichtig|schnelle\\w* (?:zusage|antwort|entscheidung)',
  helpThem: 'gepflegt|betreut|elternzeit|umzug|umgezogen|ziehe|urlaub|geht es gut|kita|schule|abholen|familienbetrieb',
  anything:
    'alles (?:nehmen|machen|annehmen|tun|akzeptieren|unterschreiben|in kauf)|(?:nehme|nähme|mache|akzeptiere|unterschreibe|täte|tue) (?:ich )?(?:wirklich |einfach |auch )*(?:alles|jede[nrs]?|jedwede\\w*)|jede[nrs]? (?:stelle|arbeit|job|bezahlung|gehalt|bedingung\\w*|schicht|tätigkeit|vertrag|aufgabe)|für (?:die hälfte|weniger|halb so viel|einen apfel|ein taschengeld|den halben|das halbe|wenig geld|einen bruchteil|mindestlohn)|ohne (?:bezahlung|lohn|gehalt)|unbezahlt\\w*|umsonst|unter (?:wert|tarif)|weniger (?:gehalt|geld|lohn)|auch (?:ein |als )?(?:praktikum|praktikant\\w*|aushilfe|putzkraft|befristet|teilzeit|nachtschicht\\w*|am wochenende)|den boden (?:wischen|schrubben)|böden (?:wischen|schrubben)|kaffee kochen|rund um die uhr|tag und nacht(?! .*denke)|nicht wählerisch|sieben tage',
  craving:
    'an nichts anderes|sehne|sehnlich\\w*|wie sehr ich|aufrecht hält|ganz unten|tiefpunkt|klammere|glaubt an mich|an mich glaub\\w*|keinen cent|nichts kosten|land verlassen|zurückkehren müss\\w*|bleibt mir nichts|nichts mehr (?:bleibt|übrig|geblieben)|macht mich (?:krank|fertig|kaputt|verrückt|wahnsinnig)|krank vor|jeder tag ohne|jede stunde ohne|wartet auf (?:ihren|deinen|euren)|den nachbarn|schon allen erzählt|feiertagen|nachts|hauptsache|möglich machen|machen sie es möglich|mach es möglich|macht es möglich|gescheitert|verkrafte|ertrage|halte (?:ich )?(?:das|es) nicht|hinweg ?seh\\w*|lücke .{0,25}hinweg|über die lücke|ohne sie|ohne euch|visum|neuanfang|pech|qual|quälend\\w*|unerträglich|daumen|von ganzem herzen|alles,? was ich (?:will|wollte|habe|brauche)|glücklichste\\w*|so sehr (?:wünsche|hoffe|möchte)|wünsche ich mir (?:so|mehr)|mir (?:so|nichts) (?:sehr|sehnlicher|mehr)|als (?:vater|mutter|alleinerziehend\\w*)|trauen sie mir|vertrauen sie mir|wagen sie es mit mir|geben sie sich einen ruck',
  yearning:
    'stelle|job|sie|ihr\\w*|du|dir|euch|anruf|antwort|brief|nein|chance|arbeit\\w*|jemand\\w*|lebenslauf|land|nachbarn|monate|zusage|entscheidung|dabei|wünsche|mir|mich',
  offerSelf:
    'würde|werde|will|bereit|gern|auch|notfalls|zur not|wenn (?:es sein muss|nötig|es hilft)|könnte|kann|fange|sogar|alles|arbeite\\w*',
  rescue:
    'rett(?:e|et|en|ung)|mein (?:ganzes )?leben (?:verändern|ändern|retten|bedeuten|auf den kopf|hängt)|hängt (?:meine|mein|unsere|unser|für mich|alles)|alles hängt|lebenstraum|herzenswunsch|traum (?:wahr|in erfüllung)|geht (?:ein|mein) traum|bedeutet? (?:mir |für mich )?(?:alles|die welt)|bedeuten (?:mir )?(?:alles|die welt)|(?:alle )?meine hoffnung(?:en)?|einzige hoffnung|gutes wort|ein gutes wort einlegen|fäden ziehen|ein auge zu(?:drücken)?|herz(?:en)? (?:fassen|geben|erweichen)|haben sie (?:ein |doch |bitte )*(?:herz|erbarmen|mitleid|nachsicht|ein einsehen|verständnis für meine lage)|hab (?:doch |bitte )*(?:ein herz|erbarmen|mitleid)|habt (?:doch |bitte )*(?:ein herz|erbarmen|mitleid)|tun sie mir (?:bitte |doch )*(?:den|diesen|einen) gefallen|tu mir (?:bitte |doch )*(?:den|diesen|einen) gefallen|als (?:mutter|vater|mensch)(?= .*\\b(?:sie|du|verstehen|wissen)\\b)|von (?:mensch|mutter|vater) zu|knie(?:n|e)?(?! (?:wehtut|operation))|engel|himmel\\w*|klammer\\w*|alles auf (?:diese|eine) karte|auf (?:gedeih|biegen)|ich setze (?:all|meine ganze)',
  pleaseDont:
    'bitte(?:,)? (?:\\w+ )?(?:sagen|sag|sagt|lehnen|lehn|lasst|lassen|lass|vergessen|vergiss|weisen|weis|schicken|enttäuschen|enttäusch|geben|gib|gebt)(?: sie)?(?: \\w+){0,3} nicht (?:ab|nein|fallen|im stich|hängen|weg|auf|zurück|einfach)?|(?:nehmen|nimm|nehmt|stellen|stell|stellt|wählen|wähl|wählt|entscheiden|entscheide|entscheidet|helfen|hilf|helft)(?: sie)?(?: (?:doch|bitte|sich|dich|euch|mich|mir|für))*(?: mich| mir)(?: (?:doch|bitte|ein|aus))*[.!]*$|bitte,? bitte',
  rejectedOften:
    '(?:so viele|hundert\\w*|dutzende|nur|lauter|unzählige|zig|\\d+|vierzig|fünfzig|sechzig|achtzig|die nächste|noch eine|eine weitere|wieder eine) (?:\\w+ )?(?:absagen?|ablehnung(?:en)?|körbe|bewerbungen (?:ohne|und))|(?:niemand|keiner|nirgends)(?: \\w+){0,3} (?:will|nimmt|gibt|möchte|einstell\\w*|haben)(?: mich| mir)?|(?:alle|jede) hoffnung (?:verloren|aufgegeben)|hoffnungslos\\w*|aussichtslos\\w*|in meinem alter|alles verloren',
  // Widerrede
  disagree:
    '(?:nicht|kaum|schwer|schwerlich|nur schwer|keineswegs|wenig|beim besten willen nicht)(?: \\w+){0,2} (?:teile[nr]?|zustimm\\w*|nachvollziehen|nachvollziehbar\\w*|verstehen|verständlich\\w*|akzeptieren|hinnehmen|einsehen|begreifen|glauben|vorstellen|folgen|überzeug\\w*|einleucht\\w*|stehen ?lassen|gelten ?lassen|einverstanden|anfreunden|abfinden)|teile(?: \\w+){0,3} nicht|(?:sehe|weiß|verstehe)(?: \\w+){0,2} nicht,? (?:wie|warum|wieso|weshalb)|leuchtet(?: \\w+){0,3} nicht|überzeugt(?: \\w+){0,3} nicht|verstehe(?: \\w+){0,4} nicht|(?:unverständlich|unbegreiflich|schleierhaft|rätselhaft|unlogisch|widersprüchlich|widerspruch|widerspreche|vorgeschoben|voreilig|vorschnell|kurzsichtig|oberflächlich|pauschal|willkürlich|haltlos|unbegründet|ungerechtfertigt|unberechtigt|verfehlt)\\w*|keinen? sinn|erschließt sich(?: \\w+){0,3} nicht|anderer (?:meinung|ansicht|auffassung)|sehe (?:ich )?(?:das |die dinge )?(?:\\w+ )?anders|zweif(?:le|ele|eln)|bezweif\\w*|stelle (?:ich )?(?:\\w+ ){0,3}in frage|in frage stellen|infrage|einspruch|protest\\w*|anfechten|daneben|verkehrt|falsch\\w*|unzutreffend\\w*|(?:fehler|irrtum|fehleinschätzung|fehlentscheidung|missverständnis)|nicht das letzte wort|nicht so hin|so nicht|nicht abfinden|hat mich (?:sehr )?(?:gewundert|irritiert|befremdet|verletzt|getroffen)',
  unterlaufen:
    '(?:ihnen|euch|dir|bei ihnen|bei euch|da|hier)(?: \\w+){0,4} (?:fehler|irrtum|versehen|verwechslung|missverständnis)(?: \\w+)? (?:unterlaufen|passiert|vorliegen|gemacht)|(?:ein|der|diese) (?:\\w+ )?(?:fehler|irrtum|verwechslung)(?: \\w+){0,3} (?:von ihnen|von euch|ihrerseits|eurerseits|auf ihrer seite)|(?:sie|ihr|du)(?: \\w+){0,4} (?:einen|den|da einen)(?: \\w+)? (?:fehler|irrtum|fehlgriff)|(?:sie|ihr|du) (?:\\w+ ){0,3}(?:irren|irrt|irrst|täuschen|täuscht|vertan|geirrt|getäuscht|verkennt|verkennen|verkannt|unterschätz\\w*|falsch ein)',
  ownMistake:
    'mein(?:em|en|er)? (?:lebenslauf|unterlagen|anschreiben|mail|nachricht|bewerbung)|mir (?:ist|war|ein)|ich (?:habe|hatte) (?:mich|einen)|ersten version|offen (?:sie|ihr|du)? ?(?:über)?|fehlerkultur',
  rebuttal:
    '(?:sie|ihr|du|man) (?:schreib\\w*|sag\\w*|mein\\w*|behaupt\\w*|werf\\w*)(?: mir)?,?(?: dass)? (?:mir|ich|meine?)(?: \\w+){0,4} ?(?:fehle\\w*|mangel\\w*|nicht|zu wenig|hätte|sei)|(?:zu wenig|zu viel|keine|mangelnde|fehlende|falsche|nicht genug|zu) (?:\\w+ )?(?:erfahrung|kenntnisse|qualifikation|praxis|alt|jung|teuer|wissen|motivation|deutsch)\\?|wer (?:meine?n?|das|mich|so|diesen)(?: \\w+){0,3} (?:korrigiert|gelesen|bewertet|beurteilt|geprüft|entschieden|ablehnt|gesehen|angesehen)|vorwand|ausrede|vorgeschoben\\w*|nicht der wahre grund|wahre[rn]? grund|wissen wir beide|wissen sie so gut wie|weißt du so gut wie|fadenscheinig\\w*|nicht gut genug|was an meine[nrm]?|was (?:hat|war|ist) (?:an mir|denn an|falsch an)|gebe (?:ich )?(?:\\w+ )?nicht auf|noch nicht (?:vorbei|zu ende|entschieden|aller tage)|zweite meinung|jemand ander(?:es|en) (?:\\w+ )?(?:entscheid\\w*|prüf\\w*|ansieht|beurteil\\w*)|mit meinem fall|(?:euer|ihr|dein) eindruck|mir (?:\\w+ )?(?:vorziehen|vorgezogen|vorzieht)|statt (?:mir|meiner)|an meiner stelle|werden (?:sie|ihr) (?:noch )?an mich denken|an mich erinnern|nicht finden,? (?:was|wen)|jemanden (?:abgelehnt|weggeschickt|abgewiesen|verprellt|verloren|gehen lassen)|verwehrt|verweigert wurde|mehr (?:mitbring\\w*|kann|können|leisten) als ich|(?:daran|am) (?:\\w+ )?(?:kann|dürfte) es (?:\\w+ )?nicht|kann es (?:\\w+ )?nicht liegen|alle(?:s)? (?:anforderungen|kriterien|punkte)|zählt (?:das|wohl|denn) (?:\\w+ )?nicht|mehr als (?:genug|qualifiziert|ausreichend)|fällt (?:mir|es mir) schwer zu glauben|nicht verstanden haben',
  ownClaim: 'ich|mich|mir|mein\\w*|sie|ihr\\w*|du|dein\\w*|euch|euer|eure\\w*|jemand\\w*|wir|das|wer',
  ifYouHad:
    'hätte(?:n|t|st)? (?:sie|ihr|du|man|jemand)|wenn (?:sie|ihr|du|man)(?: \\w+){0,9} (?:hätten?|hättet|hättest|würden|würdet|würdest)',
  thenYou:
    'wär(?:e|en|et|st)|wüsst(?:en|et|est)|hätt(?:en|et|est) (?:sie|ihr|du)(?: \\w+){0,4} (?:gesehen|gemerkt|erkannt|gewusst|festgestellt|anders|mich)|würde(?:n|t|st)? (?:sie|ihr|du)|(?:gesehen|gemerkt|erkannt|entschieden|genommen|eingestellt|festgestellt|verstanden)',
  losing:
    'entgeht(?: \\w+)? (?:ihnen|euch|dir|ihrem|eurem)|(?:ihnen|euch|dir|ihrem unternehmen|eurem team) (?:entgeht|entgangen|geht|gehen|fehlt)|(?:sie|ihr|du|damit|so) (?:\\w+ )?(?:verlier\\w*|verpass\\w*|verzicht\\w*|verschenk\\w*|verspiel\\w*|vergeb\\w*|lassen sich|lasst euch|lässt dir|werf\\w*|schick\\w* .{0,20} weg|lassen|lehnen|lehnt)',
  talent:
    'beste\\w*|talent\\w*|gewinn|jemand(?:en)?|hervorragend\\w*|starke?\\w*|großartig\\w*|motiviert\\w*|ideal\\w*|perfekt\\w*|fachkraft|könner\\w*|entwickler\\w*|mitarbeiter\\w*|chance|mich|etwas|ausgezeichnet\\w*|top\\w*|engagiert\\w*|entgehen',
  reopen:
    '(?:noch ?(?:ein)?mal|nochmals|erneut|neu|wieder|ein zweites mal|doch noch|abermals)(?: \\w+){0,7} (?:red\\w*|sprech\\w*|anseh\\w*|anzusehen|anschau\\w*|anzuschauen|prüf\\w*|überdenk\\w*|zu überdenken|überleg\\w*|nachdenk\\w*|nachzudenken|beurteil\\w*|bewert\\w*|besprech\\w*|berat\\w*|abstimm\\w*|durchgeh\\w*|durchzugehen|betracht\\w*|abwäg\\w*|vorleg\\w*|lesen|hinschau\\w*|entscheid\\w*)|(?:prüf|überdenk|überleg|bewert|beurteil)\\w*(?: \\w+){0,5} (?:noch ?(?:ein)?mal|nochmals|erneut|neu|anders)|es sich (?:\\w+ )?anders|anders (?:zu )?überleg\\w*|umstimm\\w*|umzustimmen|umentscheid\\w*|zweiten blick|zweite[nr]? (?:anlauf|meinung|chance)|einen ruck|meinung (?:zu )?änder\\w*|überprüf\\w*|zu überprüfen|revidier\\w*|rückgängig|zurücknehm\\w*|zurückzunehmen|umkehr\\w*|noch nicht zu spät|reconsider\\w*',
  theCase:
    'entscheidung|absage|chef\\w*|vorgesetzt\\w*|team|kolleg\\w*|gremium|leitung|unterlagen|bewerbung|profil|lebenslauf|fall|urteil|sache|meinung|nein|ablehnung|abteilung|mich|mir',
  youSaid:
    '(?:sie|ihr|du|man|alle|ihr (?:chef|kollege|team)|ihre kollegin|euer (?:chef|team)|ihr\\w*) (?:haben|hatten|habt|hattet|hast|hattest|hat|hatte|waren|wart|warst|war|sagten|sagtest|meinten|meinte)|(?:haben|hatten|habt|hattet|hast|hattest|hat|hatte|waren) (?:sie|ihr|du|man|alle)|(?:sagten|meinten|lobten|schienen|schriebst|sagtest) (?:sie|ihr|du|alle|doch)',
  fit: 'perfekt\\w*|ideal\\w*|bestens|genau (?:der|die|das|richtig)|der richtige|die richtige|begeister\\w*|beeindruckt|angetan|überzeugt|hervorragend\\w*|passe|passend|gut (?:lief|gelaufen)|bestes|beste[rn]?|gelobt|genickt|zufrieden|super|toll',
  contrast:
    'doch|aber|und (?:jetzt|nun|trotzdem|dann)|wie (?:kann|konnte|passt|soll|kommt)|warum|wieso|weshalb|plötzlich|auf einmal|trotzdem|dennoch|nun|jetzt|umso',
  outdone:
    '(?:jemand|wer|ein|eine|die|der|andere\\w*)(?: \\w+){0,4} (?:besser|geeigneter|qualifizierter|erfahrener|passender)\\w*|mehr (?:\\w+ ){0,4}als ich|besser(?: \\w+)? (?:geeignet|qualifiziert|passen|passt|gepasst|sein|gewesen)|geeigneter|qualifizierter|billiger\\w*|günstiger\\w*|überqualifiziert|zu (?:alt|teuer|erfahren)|(?:den|die) (?:falschen?|schlechtere\\w*|falsche person)|mit weniger erfahrung|weniger (?:geeignet|qualifiziert)\\w*',
  doubtful:
    'kaum|schwer|nicht|bezweif\\w*|zweif\\w*|unmöglich|unwahrscheinlich|wohl kaum|sicher nicht|soll(?:te)?|würde (?:ich )?gern|wüsste (?:ich )?gern|möchte ich (?:sehen|wissen)|wer|zeigen sie|wirklich|merken|sehen|gemerkt|genommen haben|genommen habt',
  unfair:
    'unfair\\w*|ungerecht\\w*|nicht (?:\\w+ )?(?:fair|gerecht|objektiv|neutral)|voreingenommen\\w*|parteiisch\\w*|diskriminier\\w*|benachteilig\\w*|zweierlei maß|abgekartet\\w*|vetternwirtschaft|(?:von anfang an|längst|schon vorher|vorab) (?:fest|entschieden|klar|vergeben)|interne[rn]? (?:bewerber\\w*|kandidat\\w*)|nie (?:eine |wirklich eine )?(?:echte |faire |reelle )?chance|(?:mein|meines|meine[rs]?) (?:alter\\w?|herkunft|akzent\\w?|geschlecht\\w?)|(?:wegen|aufgrund|liegt es an|lag es an) (?:meines|meinem) namens?|alibi\\w*|pro forma|scheinverfahren',
  // Ultimaten
  finality:
    'ist (?:bei mir |für mich |dann |hier )*(?:schluss|feierabend|sense|finito|ende gelände|zapfenstreich)|(?:ab|nach|von) (?:mon\\w*|diens\\w*|mittw\\w*|donners\\w*|frei\\w*|sams\\w*|sonn\\w*|morgen|heute|dieser woche|dem \\d+\\w*\\.?)(?: an)? (?:gehe|bin|werde|antworte|nehme|stehe|ist|gilt|können sie|könnt ihr|brauchen|braucht) ?(?:ich )?(?:\\w+ )?(?:nicht|weg|keine|raus|schluss|es|das|nichts|vergeben|mehr)|(?:klären|regeln|lösen|erledigen) (?:wir|sie) das|(?:klär|regel|lös)\\w* (?:wir )?das (?:bis|noch|heute|diese)|entweder (?:sie|ihr|du)\\b.{0,60}\\boder (?:sie|ihr|du|ich|wir)\\b|wege (?:trennen|scheiden)|getrennte wege|trennen sich unsere|in kenntnis (?:setzen|gesetzt)|alles (?:dokumentiert|schriftlich|festgehalten|protokolliert|aufgehoben)|schwarz auf weiß|stellen,? die (?:so|das|sich)|lokalzeitung|meine geschichte|gespräch ist (?:dann )?(?:beendet|vorbei|zu ende)|(?:kein|keine) (?:vertrag|antwort|zusage|entscheidung|angebot|anruf)(?: \\w+){0,4},? (?:dann|kein\\w*|und ich|heißt|bedeutet)|dann ohne mich|letzte[ns]? (?:entgegenkommen|höflichkeit|geste|zugeständnis)|dritte(?:n)? (?:einschalt\\w*|einzuschalten|hinzu\\w*)|zeit (?:spielt|arbeitet|läuft) (?:nicht |gegen |euch |ihnen )|bin ich raus|steige ich aus|an die öffentlichkeit|zur rechenschaft|verantwortung ziehen|konsequenzen|sind (?:hiermit )?gewarnt|seid (?:hiermit )?gewarnt|sagen sie (?:später |dann |hinterher )?nicht|sie sind am zug|ihr seid am zug|am zug|nicht verhandelbar|meine bedingung(?:en)?|heute oder (?:nie|gar nicht)|oder gar nicht|oder das war|das war.s dann|alles oder nichts|geduld (?:hat|endet)|türe? (?:zu|schließt)|meine tür',
  addressed: 'sie|ihnen|ihr\\w*|du|dir|dich|euch|euer|eure\\w*|ich|mir|mich|mein\\w*|wir|uns',
  myself:
    'ich (?:bin|werde) (?:\\w+ )?(?:im urlaub|verreist|erreichbar|frei|wieder da|zurück)|gern|gerne|ihre bedingungen|freue|konsequenzen (?:aus|gezogen)|schulung|protokoll|zusammenfassung',
  noLonger:
    '(?:keinen? (?:einzigen )?(?:tag|stunde|minute|sekunde) (?:länger|mehr|später)|nicht länger|keine stunde|danach (?:nicht mehr|ist|bin ich|war.s)|länger nicht|und dann ist|danach nicht)',
  myOffer:
    'mein(?:e[mnr]?)? (?:\\w+ )?(?:angebot|bewerbung|zusage|interesse|geduld|bereitschaft|verfügbarkeit|offerte|langmut|entgegenkommen|kulanz)',
  ends: 'endet|erlischt|verfällt|läuft ab|läuft aus|gilt (?:nur )?(?:noch )?bis|hinfällig|vom tisch|erloschen|verfallen|ist (?:dann )?(?:vorbei|erledigt|begrenzt)|hat (?:ihre |seine |auch )?grenzen|gegenstandslos|storniert',
  hold: 'halte|bereit|warte|verfügbar|frei|reservier\\w*|offen|verfügung|zur verfügung|hinhalten|vertrösten|gedulde',
  until: 'bis|vor|spätestens|ende|heute|morgen|noch|innerhalb|binnen|länger',
  whenLimit: `${DAY}\\w*|morgen|heute|mittag|abend|mitternacht|woche|monat\\w*|wochenende|\\d+\\.?|ende|stunden?|tage\\w*|weihnachten|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|uhr`,
  hateTo:
    'ungern|nur ungern|wäre (?:doch |wirklich |sehr |nur |ja )*(?:schade|bedauerlich|unschön|peinlich|ärgerlich|unangenehm)|es täte mir leid|nicht gerade gut aus|wirft kein|zwingen sie|zwingt mich|bedenken sie|denken sie (?:daran|mal|lieber)|denkt (?:daran|mal)|überlegen sie (?:sich )?(?:gut|genau)|überlegt euch (?:gut|genau)|vergessen sie nicht|vergesst nicht|lieber nicht|ich nehme an,? (?:sie|ihr)|könnte (?:ihnen|euch|ihrem|schnell|leicht)|interessier\\w*|werde (?:ich )?(?:es |das |diese |meine |gern |sicher |gewiss |bestimmt |nicht zögern|nicht versäumen)|gerne? weiter\\w*|kein geheimnis|nicht für mich behalten|müsste ich|muss ich wohl|weiter(?:zu)?erzähl\\w*',
  publicity:
    'kununu|glassdoor|linkedin|xing|twitter|facebook|instagram|tiktok|soziale\\w* (?:medien|netzwerke\\w*)|social media|presse|medien|zeitung\\w*|journalist\\w*|bewertung\\w*|bewertungsportal\\w*|portal\\w*|online|öffentlich\\w*|mein(?:em|e|en)? (?:\\w+ )?(?:netzwerk|freund\\w*|kommiliton\\w*|bekannten\\w*|umfeld)|branche|herum ?spr\\w*|herumspricht|spricht sich|ruf|blog|andere[nr]? (?:bewerber\\w*|kandidat\\w*|leute|fachkräfte)|konkurrenz|eure[nr]? kunden|ihre[nr]? kunden|forum|foren|community',
  report:
    'schreib\\w*|geschrieben|veröffentlich\\w*|bewert\\w*|hinterlass\\w*|erzähl\\w*|teil(?:en|e)|bericht\\w*|warn\\w*|verbreit\\w*|melden|machen|erfähr\\w*|erfahren|herum\\w*|spricht|wissen|lesen|posten|poste|kundtun|interessier\\w*|schaden|leiden|leidet',
  experience:
    'erfahrung\\w*|wie (?:sie|ihr|man|bei|mit|ich|hier)|umgegangen|umgang|behandel\\w*|passiert|erlebt\\w*|erlebnis\\w*|was (?:ich|hier|sie|ihr)|darüber|davon|über (?:sie|euch|das|dieses|ihr|euer|diesen)|vorgehen|verfahren|ruf|gebaren|meiden|abraten',
  authority:
    'anwalt|anwält\\w*|rechtsanwalt\\w*|rechtsanwält\\w*|rechtsschutz\\w*|rechtlich\\w*|juristisch\\w*|gewerkschaft\\w*|betriebsrat\\w*|gericht\\w*|arbeitsgericht\\w*|klage|agg|gleichbehandlung\\w*|antidiskriminierung\\w*|datenschutz(?:behörde|beauftragte\\w*|auskunft)|behörde\\w*|geschäftsführ\\w*|geschäftsleitung|vorstand\\w*|chef\\w*|vorgesetzt\\w*|ihre[rn]? leitung|personalleitung|aufsichtsrat\\w*|zentrale|dsgvo|höhere\\w* stelle|weiter oben|über ihren kopf',
  turnTo:
    'geraten|rät|wende|wenden|einschalt\\w*|einzuschalten|schalte|beschwer\\w*|klag\\w*|vorgehen|prüf\\w*|konsultier\\w*|informier\\w*|meld\\w*|anruf\\w*|anschreib\\w*|schreib\\w*|geh(?:e|en)|vorleg\\w*|weiterleit\\w*|weiterleite|beraten|schritte|was (?:ihr|ihre|euer|eure|dein\\w*)|sagt|sagen|hören|in kopie|kontaktier\\w*|auskunft|gelten(?:d)?|hinzuzieh\\w*|zieh\\w*',
  threat:
    'wenn|falls|sollte\\w*|sonst|andernfalls|oder|muss|müssen|gezwungen|werde|behalte|vorbehalte\\w*|vor|vielleicht sollte|überlege|notfalls|nächste[rn]? schritt|wäre|zögere|bereit|ansonsten|mir (?:geraten|vor)|gern einmal',
  lawWork:
    'als (?:anwalt|anwältin|jurist\\w*|betriebsrat|betriebsrätin)|kanzlei|rechtsabteilung|studium|ausbildung|erfahrung|gearbeitet|mitglied|unser\\w*|berichtete|vorgestellt|präsent\\w*|bericht\\w* an|projekt|dank\\w*|aufgabe|grüß\\w*|absprache|kennenlernen',
  pay: 'gehalt\\w*|geld|prozent|%|bezahlung|lohn|bonus|vergütung|euro|zahl|summe|paket',
  noDeal:
    'nicht (?:weiter|mehr)\\w*|weiterzureden|kein(?:en)? (?:vertrag|deal|sinn|bedarf|interesse|grund)|vergessen sie|vergesst|vergiss|bin ich raus|ohne mich|nicht (?:unterschreib\\w*|anfang\\w*|komm\\w*|antret\\w*|interessiert)|woanders|anderswo|anderweitig|ende der|erübrigt|brauchen wir|sparen|müssen wir (?:gar )?nicht|hat sich (?:das|die sache)|steige ich aus|unter .{0,20} (?:mache|fange|geht|läuft)',
  condition: 'wenn|falls|sollte\\w*|sofern|andernfalls|ansonsten|sonst|ohne|anderenfalls|bei ausbleibender',
  consequence:
    'betrachte\\w*|zurückgezogen|zurückziehen|ziehe|hinfällig|erledigt|gestorben|geschichte|vorbei|anderweitig|anderswo|woanders|konsequenz\\w*|meine schlüsse|eigenen schlüsse|schlüsse daraus|schritte|unterschreib\\w*|zusagen|vom tisch|weg|verloren|verzicht\\w*|ohne mich|vergessen sie|vergesst|gegenstandslos|umsehen|umschauen|orientier\\w*|bin ich raus|absagen|sage ich|gehe ich|nehme ich|ist (?:es|die sache|das|für mich)|werte ich|als (?:absage|desinteresse|nein)|beende\\w*|abbrechen|breche',
  silence:
    '(?:nicht|nichts|nie|niemand|keine?[nrms]?|ohne)(?: \\w+){0,6} ?(?:höre|hören|gehört|antwort\\w*|rückmeld\\w*|meld\\w*|gemeldet|bescheid|nachricht\\w*|zusage|entscheid\\w*|entschieden|reagier\\w*|reaktion|kommt|komme|kommen|vorlieg\\w*|vertrag|klarheit|passier\\w*|tut|rührt|wissen|weiß|einig\\w*|bekomme|erhalte|vorliegt)|nichts|schweigen',
  wellAdvised:
    'ich (?:rate|empfehle|lege) (?:\\w+ )?(?:ihnen|euch|dir|sie)(?: \\w+){0,3} (?:dringend|sehr|nahe|ernsthaft|daher|deshalb|schnell|zügig|,)|gut beraten|wohlberaten|täten gut daran|tätet gut daran|tätest gut daran|sollten sich (?:beeilen|sputen|gut überlegen|ranhalten)|solltet euch (?:beeilen|ranhalten|gut überlegen)|in (?:ihrem|eurem|deinem)(?: eigenen)? interesse|warten sie (?:lieber |besser )?nicht (?:zu|mehr|allzu) lange?|wartet (?:lieber |besser )?nicht (?:zu|mehr|allzu) lange?|wer zuerst kommt|bevor es zu spät|solange (?:ich|sie|ihr|du) noch|ehe (?:es|mich|jemand)|bevor (?:mich|jemand anders|ein anderer|andere)|schnell (?:zugreifen|sein|handeln)|zugreifen|greifen sie zu|greift zu|nicht ewig|nicht mehr lange (?:verfügbar|frei|warten|zu haben|auf dem markt)|beeilung|beeilen sie sich|beeilt euch',
  deadline:
    'brauche|benötige|erwarte|verlange|will|bitte (?:entscheid\\w*|antwort\\w*|meld\\w*|geb\\w*|sag\\w*|teil\\w*)|entscheiden sie|entscheidet|entscheide dich|geben sie mir|gebt mir|gib mir|zusehen|sehen sie zu|ich rechne|ich setze',
  onePlease:
    'dank\\w*|gern\\w*|sende|schicke|wenn (?:es )?möglich|falls möglich|möglichst|sobald|kein(?:e)? eile|eilt nicht|zug\\w*|ticket|aufgabe|formular|unterlagen|anhang|link|adresse|raum|zimmer|hotel|von mir|meine antwort|meine entscheidung|ich (?:melde|antworte|entscheide|gebe)',
  // Täglich
  nthMessage: `(?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|x-te|zigste|\\d+\\.)[nrs]? (?:\\w+ )?${MESSAGE.replace('fragen', 'frage')}|zum (?:zweiten|dritten|vierten|fünften|sechsten|siebten|x-ten) mal`,
  shortSpan: `seit (?:${DAY}|gestern|vorgestern|dem wochenende|heute|unserem)|(?:in )?diese[rn]? (?:woche|tagen)|heute|innerhalb|binnen|in (?:zwei|drei|vier|fünf|wenigen|\\d) (?:tagen|stunden)|in folge|hintereinander|gestern|stunden`,
  checking:
    'schau\\w*|guck\\w*|sehe|prüf\\w*|aktualisier\\w*|kontrollier\\w*|starr\\w*|check\\w*|rufe?|anruf\\w*|angerufen|anzurufen|schreib\\w*|geschrieben|mail\\w*|frage|nachfrag\\w*|nachzufragen|melde|versuch\\w*|erinner\\w*|klingel\\w*|warte|sitze|nachhak\\w*|hake|vorbei ?komm\\w*|steh\\w*|telefonier\\w*',
  inbox:
    'postfach|posteingang|telefon|handy|mails?|e-?mails?|briefkasten|spam\\w*|sie|euch|ihnen|dir|dich|jemand|jemanden|empfang|antwort|nachricht|nach|an',
  constantly:
    'jede[nrs]? (?:\\w+ )?(?:tag|stunde|morgen|abend|minute|halbe stunde)|alle (?:\\w+ )?(?:minuten|stunden|paar)|täglich\\w*|tagtäglich|stündlich\\w*|minütlich\\w*|ständig|pausenlos|andauernd|dauernd|rund um die uhr|den ganzen tag|tag (?:für tag|und nacht|ein)|zigmal|mehrmals (?:am|täglich|pro)|(?:zweimal|dreimal|viermal) (?:am|täglich|heute|pro)|morgen wieder|und übermorgen|übermorgen|solange,? bis|so lange,? bis|bis (?:jemand|sie|ich|ihr|du)(?: \\w+){0,3} (?:abnimmt|abhebt|rangeht|antwort\\w*|reagier\\w*|meld\\w*|höre|bekomme|habe|weiß|erreiche)|nicht locker|gebe nicht auf',
  dailyWork:
    'kund\\w*|patient\\w*|nutzer\\w*|team|kolleg\\w*|berichte?|werkstatt|projekt|code|daten|tests|bus|bahn|zug|klasse|schüler\\w*|bei der arbeit|dank\\w*',
  // Angebote anderswo
  elsewhere:
    'ander(?:e[nrms]?|weitig\\w*|swo|norts)(?: \\w+){0,2} ?(?:firm(?:a|en)|unternehmen\\w*|arbeitgeber\\w*|optionen|option|angebot\\w*|möglichkeiten|haus|häuser|betrieb\\w*|interessent\\w*|eisen|türen|stelle[n]?|seite|start-?up\\w*)|weitere[nr]? (?:\\w+ )?(?:optionen|angebote\\w*|möglichkeiten|interessent\\w*|eisen|unternehmen|firmen)|anderswo|woanders|anderweitig\\w*|mitbewerber\\w*|konkurrent\\w*|konkurrenz\\w*|wettbewerber\\w*|auf dem (?:arbeits)?markt|am markt|headhunter\\w*|personalberater\\w*|(?:mehrere|zwei|drei|vier|einige|ein paar|verschiedene) (?:\\w+ )?(?:firmen|unternehmen|arbeitgeber|headhunter|häuser|interessenten|optionen|angebote|verträge|eisen)|alternativen?|(?:größere[nrs]?|große[nrs]?|namhafte[nrs]?|bekannte[nrs]?) (?:\\w+ )?(?:konzern|firma|unternehmen|haus|arbeitgeber)|dritte[nr]?(?=[.,! ])(?= .*(?:seite|angebot|interesse))',
  courting:
    'angebot\\w*|angeboten|vertrag\\w*|vertrags\\w*|paket|interess\\w*|gefragt|begehrt|reißen|reißt|buhlen|wirbt|werben|umwerben|umworben|hinter mir her|abwerb\\w*|abgeworben|letzte[nr]? (?:runde|gespräche?)|endrunde|finale[nr]?|fortgeschritten\\w*|konkret\\w*|warte[nt]?|meine (?:antwort|entscheidung|zusage|unterschrift)|zu-|anfange|anfangen|zusagen|absagen|unterschreib\\w*|unterschrift\\w*|auf dem tisch|auf den tisch|mich (?:haben|einstellen|nehmen|einzustellen|holen)|mich (?:sofort|gern|lieber|unbedingt)|drängen|drängt|schneller|zugreifen|im feuer|offen|in petto|in der hinterhand|in aussicht|mehr (?:gehalt|geld|zahlen)|zahl(?:t|en)|besser bezahlt|mündlich\\w*|entscheid\\w*|rechne|optionen|option|möglichkeiten|bescheid geben|antwort geben|zur auswahl|an der angel|stehen mir',
  wooed:
    'nicht (?:der|die|das) einzige[nr]?|(?:würde|würden|will|wollen|möchte|möchten|könnte|hätte|hätten)(?: \\w+)? mich(?: \\w+){0,5} (?:nehmen|haben|einstellen|holen|gewinnen|abwerben)|mich (?:\\w+ )?(?:gern |gerne )?(?:hätte|haben (?:will|wollen|möchte)|nähme|einstellen (?:will|würde))|vom fleck weg|mit kusshand|engeren? (?:wahl|auswahl)(?= .*\\bich\\b)(?= .*\\b(?:konkurren\\w*|ander\\w*|zwei|drei)\\b)|(?:konkurrenten|konkurrenz|mitbewerber\\w*|ander\\w*)(?: \\w+){0,5} (?:engere[nr]? (?:wahl|auswahl)|endrunde)|(?:wäge|prüfe|vergleiche|sondiere|sichte)(?: ich)?(?: gerade| derzeit)?(?: \\w+)? (?:mehrere|zwei|drei|verschiedene|andere|meine) (?:\\w+ )?(?:angebote|optionen|möglichkeiten|verträge)|voll (?:mit|von) (?:anfragen|angeboten)|(?:viele|mehrere|einige|zwei|drei|konkrete|andere|weitere|genug|lukrative) (?:\\w+ )?(?:interessenten|anfragen|verehrer)|(?:firma|unternehmen|team|bank|start-?up|konzern|agentur|haus|klinik|kanzlei|hochschule)(?: \\w+){0,4},? (?:möchte|will|würde|hat mich|bittet|drängt|zahlt|wartet)(?: \\w+){0,4}|noch jemand(?:en)?,? der|jemand anders(?: \\w+)? (?:mich|schneller|zugreift)|schneller als (?:sie|ihr)|kommt ihnen zuvor|zuvorkommen|könnte (?:ich )?(?:\\w+ )?(?:morgen|sofort|jederzeit|nächste woche)(?: \\w+){0,3} (?:anfangen|unterschreiben|beginnen)|in der (?:schublade|tasche|hinterhand)|nicht auf (?:sie|euch) (?:warten|angewiesen)',
  notCourted:
    'zurückzieh\\w*|zurückzuziehen|ziehe .{0,20}zurück|habe mich (?:\\w+ )?(?:für|entschieden)|mich (?:für|anders) .{0,40}entschieden|angenommen|in meine[mr] (?:letzten|vorigen|früheren|jetzigen|ersten)|bei meine[mr]|kund\\w*|lieferant\\w*|wir|arbeitete|gearbeitet|ihr(?:e|em)? (?:angebot|produkt\\w*|markt|wettbewerber\\w*|konkurrenz)|kein(?:e|en)? (?:ander|weiter)\\w*|nicht (?:in|auf der suche|beworben)|die aufgabe|fallstudie|sie (?:haben|hatten) (?:mir )?(?:jemand|sich|erwähnt|erzählt|ein)|gelesen|artikel|gelernt|wünsche|freue mich,? dass|kolleg\\w*|ehrenamt\\w*|referenz\\w*|terminvorschl\\w*|alternativ\\w* (?:termin\\w*|datum)|termine?|als alternative|falls sie sich (?:für|anders)|jemand anderen|absagen,? da|(?:habe|gibt) (?:ich|es)(?: \\w+)? nicht|markt(?:analyse|studie|lage)|vergleich\\w*',
  sought:
    '(?:mein (?:\\w+ )?profil|meine (?:\\w+ )?(?:fähigkeiten|kenntnisse|erfahrung|qualifikation\\w*)|ich bin|bin ich|leute wie (?:ich|mich)|fachkräfte wie (?:ich|mich)|jemand wie (?:ich|mich))(?: \\w+){0,5} (?:gefragt|begehrt|gesucht|rar|umworben|schwer zu finden|heiß begehrt)|nicht (?:mehr )?(?:lange|ewig)(?: \\w+)? (?:auf dem markt|verfügbar|frei|zu haben)|(?:mangelt|fehlt) (?:es )?mir nicht an (?:angeboten|optionen|alternativen|interessenten)|nicht auf (?:sie|euch|diese stelle|diese eine) angewiesen|die qual der wahl|mir (?:die stelle|den job|den arbeitgeber|etwas) aussuchen|aussuchen(?:,)? (?:wo|bei wem|für wen)|eisen im feuer|rennt man mir die|(?:das|mein) telefon steht nicht still|werde (?:\\w+ )?(?:umworben|abgeworben|von headhuntern)|anfragen von headhuntern|stehen mir (?:alle|viele|noch andere) türen|türen (?:stehen mir )?offen',
  // Vor der Zeit
  tellMe:
    'kannst du|könntest du|können sie|könnten sie|könnt ihr|sagst du|sagen sie|sag mir|verrat\\w*|weißt du|wissen sie|wisst ihr|gibt es|habt ihr|hast du|haben sie|bin ich|werde ich|wurde ich|steht (?:schon|bereits)|ist (?:schon|bereits)|wie (?:weit|sieht|steht|ist)|seid ihr|sind sie|bist du|darf ich|wie (?:habe|hab)|hat (?:das|die|der|sich|man)|was hat',
  gotIt:
    '(?:ob )?(?:ich )?(?:die stelle|den job|die zusage|den platz|es|das rennen)(?: \\w+){0,2} (?:bekomm\\w*|habe|kriege|gewonnen|geschafft|gemacht)|ob ich (?:\\w+ ){0,3}(?:genommen|dabei|weiter|ausgewählt|eingestellt|angenommen|durch|erfolg\\w*|chancen)|(?:entscheidung|ergebnis|auswahl|wahl)(?: \\w+){0,3} (?:gefallen|getroffen|da|fest|bekannt|aussieht|steht)|(?:schon|bereits|mittlerweile|inzwischen) (?:etwas |was )?(?:neues|neuigkeiten|entschieden|ein(?:e|en)? (?:ergebnis|entscheidung|tendenz|richtung|favorit\\w*))|tendenz|wie (?:\\w+ )?(?:habe|hab) ich (?:\\w+ )?(?:abgeschnitten|mich geschlagen)|abgeschnitten|in der engeren (?:wahl|auswahl)|engere[nr]? auswahl|getagt|beraten und|zum (?:ergebnis|ausgang|stand)|gute nachrichten',
  citedTo:
    'wie (?:sie|du|ihr|mir|von ihnen|von dir|von euch)(?: \\w+){0,4} (?:sagten|sagtest|sagte|gesagt|versprochen|zugesagt|mitgeteilt|erklärt|angekündigt|erwähnt|erwähnten|ankündigten|versprachen)|(?:ihren|deinen|euren) (?:worten|angaben|aussagen) (?:nach|zufolge)|nach (?:ihren|deinen|euren|ihrer|deiner|eurer) (?:worten|angaben|aussage|ankündigung)|mir wurde (?:gesagt|zugesagt|versprochen|mitgeteilt)|es hieß',
  theySaid:
    '(?:sie|ihr|du|man|ihr\\w* (?:kollegin|kollege|chef\\w*|assistent\\w*|team|büro)|frau \\w+|herr \\w+)(?: \\w+){0,4} (?:gesagt|versprochen|zugesagt|versichert|mitgeteilt|meinten?|sagten?|versprach\\w*|meinte|kündigte\\w*|erklärte\\w*)',
  bounded: '(?:bis|vor|am|noch|spätestens|ende|anfang|innerhalb|binnen|diese|nächste)(?: \\w+){0,2} ?',
  ownTask: 'aufgabe|übung|frist für|einladung|gespräch (?:am|um)|treffen|runde am|material\\w*|unterlagen',
  result:
    'ergebnis|entscheidung|antwort|rückmeldung|bescheid|nachricht|zusage|hören|melden|entscheiden|feststehen|fallen|wissen',
};

/** Stances in German, for Sie and du, by kind. */
export const GERMAN_STANCES = {
  rude: stances(IDEAS, [
    '=contempt - sorry - atWork',
    'praise + worst - sorry - atWork',
    'praise + failing + them|mine - sorry - atWork - accept',
    '=thanYou + wits + surprise|wits - thanks - accept - atWork',
    '=incapable - sorry',
    '=absurd + them|you|me - thanks - accept - sorry',
  ]),
  irritated: stances(IDEAS, [
    'surprise + them + none + reply|treat|slight - thanks - accept - sorry - atWork',
    '=suspicion + slight|none|reply|hurt + them|mine - thanks - accept - sorry - atWork',
    '=suspicion + hurt + me - atWork - thanks',
    'wonder + any + message|reply|mine + slight - thanks - sorry - atWork - accept',
    '=evidently + nobody + slight|reply - thanks - sorry - atWork - accept',
    '=evidently + me + notWorth - thanks - sorry - atWork - accept',
    'asYouKnow + time|promised|reply - thanks - attach - accept - atWork',
    '=perMy + reply|again|time|them - attach - thanks - atWork',
    'reminder + again + lost|manyMessages - thanks - accept - attach - atWork',
    'manyMessages + lost - thanks - attach - atWork - sorry',
    '=treat + people + likeThis + them|me - thanks - accept - atWork',
    'hurt + feel + me - atWork - thanks - accept',
    '=sour - atWork - thanks - accept',
    '=tooMuch + reply|treat|shortTime - atWork - thanks - accept',
    'usual + them|? - atWork - thanks',
    '=hardSilence + them|time|me|people - atWork - accept - sorry',
    'straight + nobody|none|? - thanks - atWork',
    '=soLong + baffled|?|them - atWork - thanks - accept - sorry - attach',
    'inReturn + sacrifice|treat + me - atWork',
    '=either + mine|message|reply + orYou + none|slight|lost - attach - accept',
    'ifIWorked + fired + treat|them - thanks',
    'busyToo + busy + them - accept',
    'notTooBusy + reply|slight + you - accept - attach - thanks',
    'honest + complaint + theirs|them|sacrifice - accept - atWork - sorry - thanks',
    'complaint + theirs + surprise|shouldHave|feel - accept - atWork - thanks - sorry',
    '=stillNot + shouldHave|honest|manyMessages|promised - accept - sorry - atWork - thanks',
    'promised + you + reply >> nowIs',
    '=rhetorical + grievance + ? - thanks - accept - atWork - sorry - attach',
    '=norm + conduct + you|me|them - accept - atWork - thanks - sorry',
    '=wounded + occasion + me|you - accept - atWork - thanks - sorry - attach',
    '=shortTime + wouldTake - accept - atWork - thanks',
    'ohWell - accept - thanks - atWork',
    '=notWorth + people|me + surprise|them - thanks - sorry - atWork - accept',
  ]),
  pleading: stances(IDEAS, [
    '=lostWithout - atWork - thanks',
    'emotion + job|decision|reply + me - atWork - thanks - accept - sorry',
    'hardship + direNeed + me - helpThem - atWork - thanks',
    'anything + offerSelf + me - atWork - thanks - helpThem',
    '=rescue - atWork - thanks',
    '=pleaseDont',
    '=craving + yearning + me - accept - atWork - thanks - helpThem',
    '=rejectedOften + me|them - atWork - accept - thanks',
  ]),
  arguing: stances(IDEAS, [
    '=disagree + decision + you|me|them - atWork - sorry - respects - ownMistake',
    '=unterlaufen - ownMistake - sorry - thanks',
    '=rebuttal + ownClaim - respects - accept - atWork - thanks - sorry',
    'ifYouHad + thenYou - thanks',
    'losing + talent - atWork - thanks - accept',
    'reopen + theCase + you|them - atWork - thanks',
    'youSaid + fit + contrast + me - atWork - thanks - accept',
    '=outdone + doubtful + you|me|them - atWork - respects - accept - thanks',
    'unfair + you|me|them|theirs - atWork - respects',
  ]),
  ultimatum: stances(IDEAS, [
    '=noLonger + hold + until - atWork - accept',
    '=finality + addressed - atWork - thanks - accept - myself - onePlease',
    'myOffer + ends - atWork - thanks - accept',
    'hateTo + publicity + experience|report - atWork - thanks',
    'publicity + report + experience + threat - atWork - thanks',
    'authority + turnTo + threat|you - lawWork - atWork - accept',
    'condition + pay + noDeal - atWork - accept',
    '=condition + silence + consequence + me - accept - onePlease - atWork',
    'wellAdvised - accept - onePlease - atWork - thanks',
    'deadline + reply|decision + whenLimit + until - onePlease - accept - atWork - thanks',
  ]),
  daily: stances(IDEAS, ['nthMessage + shortSpan + me - dailyWork', 'checking + inbox + constantly + me - dailyWork']),
  offer: stances(IDEAS, ['elsewhere + courting + me - notCourted', 'wooed + me - notCourted', 'sought - atWork']),
  asksOutcome: stances(IDEAS, ['gotIt + tellMe + ? - accept']),
  citesDate: stances(IDEAS, ['citedTo + result + whenLimit', '=theySaid + bounded + whenLimit + result - ownTask']),
};
