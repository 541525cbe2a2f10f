/** The basics of further languages: the plainest wordings of each kind, to be added to as their letters come. */
import { asWritten, type Lexicon, pattern, words } from './lexicon';

export const frenchLexicon: Lexicon = {
  language: 'fr',
  frequent: pattern(
    "\\b(?:le|la|les|de|des|du|et|vous|je|nous|est|pour|que|un|une|votre|avec|dans|pas|mon|ma|au)\\b|\\b(?:j|l|d|qu|n|c)'",
    'g',
  ),
  tones: {
    rude: words(
      '\\b(?:idiots?|imbéciles?|crétins?|connards?|connasse|cons?|salauds?|menteurs?|menteuse|incompétents?|incompétence|incapables|ridicules?|minables?|pitoyables?|lamentables?|stupides?|nuls?|bande de|merde|foutre|honte à vous|vous devriez avoir honte|pour qui vous prenez-vous|allez au diable|amateurisme)\\b',
    ),
    irritated: words(
      "\\b(?:inacceptable\\w*|inadmissible\\w*|scandaleu\\w*|honteu\\w*|manque de (?:respect|professionnalisme|courtoisie|politesse)|irrespectueu\\w*|j'exige|nous exigeons|perte de temps|perdre mon temps|vous n'avez (?:même )?(?:pas|jamais) (?:daigné|pris la peine|eu la (?:courtoisie|politesse|décence))|daign\\w+|la moindre des (?:choses|politesses)|vous aviez (?:pourtant )?promis|combien de temps (?:dois|vais|encore)|j'en ai (?:assez|marre)|ras-le-bol|agacé\\w*|furieu\\w*|en colère|indigné\\w*|outré\\w*|ma patience|vous m'ignorez|ignor(?:é|er|ez) mes|déçu\\w* (?:par|de) (?:votre|vos|ce)|comme je vous l'ai (?:déjà|maintes fois)|toujours (?:rien|aucune (?:nouvelle|réponse)) .*(?:!|malgré|semaines)|pourquoi ne (?:répondez|m'avez)|silence (?:radio|inadmissible|méprisant))\\b",
    ),
    pleading: words(
      "\\b(?:je vous (?:en )?(?:supplie|implore|conjure)|suppli\\w+|implor\\w+|désespéré\\w*|désespoir|par pitié|ayez pitié|à genoux|j'ai (?:absolument |vraiment |désespérément )?besoin de (?:ce|cet|votre|un) (?:poste|emploi|travail)|mon dernier espoir|ma dernière chance|dernier recours|je ferais (?:tout|n'importe quoi)|prêt\\w* à tout|donnez-moi (?:juste |seulement )?(?:une|ma|cette) (?:seule |dernière )?chance|s'il vous plaît,? s'il vous plaît|ma famille dépend|ne m'abandonnez|je n'en dors plus)\\b",
    ),
    arguing: words(
      "\\b(?:vous (?:faites|commettez|avez (?:fait|commis)) une (?:grave |grosse |énorme )?erreur|(?:reconsidér|réexamin|réévalu|revoir|revenir sur)\\w* (?:sur )?(?:votre|cette|la) décision|changer d'avis|je (?:ne )?(?:suis pas|ne suis pas) d'accord|je conteste|je refuse (?:votre|cette|d'accepter)|je n'accepte pas|je mérit\\w+|injuste\\w*|injustice|vous (?:vous )?trompez|vous le regretterez|vous allez le regretter|mieux qualifié\\w* que|meilleur\\w* candidat\\w*|décision (?:est|me paraît) (?:incompréhensible|absurde|injustifiée|infondée))\\b",
    ),
    ultimatum: words(
      "\\b(?:si je n'ai pas (?:de )?(?:réponse|nouvelles|retour).{0,60}(?:j'accepter\\w+|je (?:retirer\\w+|me tourner\\w+|considérer\\w+|prendr\\w+|signer\\w+|serai obligé\\w*|saisirai))|faute de (?:réponse|quoi).{0,60}je|dernière (?:chance|relance|sommation|mise en demeure|opportunité pour vous)|vous avez jusqu'(?:à|au)|j'attends (?:une|votre) réponse (?:avant|sous|d'ici|immédiate)|ultimatum|sinon,? (?:je|j')|à prendre ou à laisser|je ne (?:vais pas|peux pas|compte pas) attendre (?:plus longtemps|éternellement|indéfiniment)|mise en demeure|dans les (?:24|48|plus brefs) (?:heures|délais).*(?:exige|sinon|faute))\\b",
    ),
    daily: words(
      "\\b(?:(?:appel|écri|contact|relanc|téléphon|essay)\\w*.{0,30}(?:tous les jours|chaque (?:jour|matin)|quotidiennement|plusieurs fois par jour)|hier et avant-hier|tous les jours jusqu'à)\\b",
    ),
  },
  offer: [
    {
      find: pattern(
        "\\b(?:une? autres? offres?|d'autres (?:offres|propositions|entreprises)|plusieurs (?:offres|propositions)|(?:reçu|ai|j'ai) (?:reçu )?(?:une|des|deux) (?:autre )?(?:offres?|propositions?)|offre (?:d'une?|concurrente|d'emploi (?:de|chez))|proposition d'une autre)\\b",
      ),
      unless: pattern(
        "\\b(?:votre (?:offre|proposition)|aucune (?:autre )?offre|pas (?:d'|reçu d')(?:autre )?offre)\\b",
      ),
    },
  ],
  offers: pattern('\\b(?:offres|propositions|plusieurs|entreprises)\\b'),
  asksOutcome: [
    {
      find: pattern(
        "\\b(?:avez-vous (?:pris|des nouvelles|déjà|pu).{0,40}\\?|où en (?:est|êtes|sont)|(?:des|du) (?:nouvelles|nouveau) (?:concernant|au sujet|de|sur).*\\?|quelle est (?:votre|la) décision|suite (?:donnée|réservée) à ma candidature|état (?:d'avancement )?de ma candidature|ai-je été (?:retenu|sélectionné)\\w*)",
      ),
      unless: pattern('\\bprochaines étapes\\b'),
    },
  ],
  citesDate: words(
    "\\b(?:vous (?:m')?(?:aviez|avez) (?:dit|promis|annoncé|indiqué|assuré)\\b.{0,60}\\b(?:avant|d'ici|le|lundi|mardi|mercredi|jeudi|vendredi|semaine|fin)|(?:date|délai) (?:que vous (?:m')?avi?ez|promise?|annoncée?|convenue?))\\b",
  ),
  favourite: words(
    '\\b(?:mon (?:poste|choix) (?:préféré|favori)|mon premier choix|ma (?:première )?préférence|poste de mes rêves|mon (?:emploi|poste|entreprise) de rêve)\\b',
  ),
  futureInterest: words(
    "\\b(?:futur\\w*|à l'avenir|ultérieur\\w*|prochain\\w*) .{0,40}(?:poste|opportunité|candidature|recrutement)\\w*|(?:poste|opportunité)s? .{0,20}(?:à l'avenir|futur\\w*|ultérieur\\w*)",
  ),
  private: words(
    "\\b(?:salaire|rémunération|prétentions salariales|visa|permis de (?:travail|séjour)|titre de séjour|ma (?:santé|maladie|grossesse)|enceinte|arrêt maladie|handicap|préavis|passeport|carte d'identité|numéro de sécurité sociale)\\b",
  ),
  negation: pattern(
    "(?:\\b(?:ne|n'|sans|jamais|aucun\\w*|loin de|ni|pas)\\b(?:(?!\\b(?:et|mais|car)\\b)[^,;:.!?]){0,30})$",
  ),
  salutation: asWritten(
    '^(?:cher|chère|chers|chères|bonjour|bonsoir|madame|monsieur|salut)\\b[ ,]*(?<rest>.*?)\\s*[,:!.]*$',
  ),
  unnamed: asWritten(
    '^(?:madame|monsieur|mesdames|messieurs|mademoiselle|docteur|dr|professeur|pr|prof|à|tous|toutes|et|ou|équipe|l|cher|chère|bonjour|la|le|les|directeur|directrice|responsable|recruteur|m|mme|mlle|chers|chères|collègues)$',
  ),
  better: {
    irritated: "N'ayant pas encore eu de nouvelles, puis-je vous demander où en est la décision ?",
    arguing: "J'accepte votre décision. Puis-je vous demander ce qui a été déterminant, afin d'en tirer profit ?",
    pleading: 'Le poste continue de m’intéresser vivement.',
    ultimatum: "Si vous pouvez m'en dire plus d'ici là, cela m'aidera ; sinon, je le comprendrai très bien.",
  },
};

export const spanishLexicon: Lexicon = {
  language: 'es',
  frequent: pattern('\\b(?:el|la|los|las|de|del|que|y|en|un|una|con|para|por|su|mi|me|le|no|es|al|se)\\b', 'g'),
  tones: {
    rude: words(
      '\\b(?:idiotas?|imbéciles?|estúpid\\w+|incompetentes?|incompetencia|mentiros\\w+|ridícul\\w+|patétic\\w+|payas\\w+|inútiles?|mierda|joder|cabr\\w+|gilipollas|sinvergüenzas?|vergüenza (?:les|le|debería)|deberían? avergonzarse|vergonzos\\w+|quién se cree\\w*|váyanse al)\\b',
    ),
    irritated: words(
      '\\b(?:inaceptable|inadmisible|intolerable|falta de (?:respeto|profesionalidad|cortesía|educación|seriedad)|poco profesional|irrespetuos\\w+|exijo|le exijo|pérdida de tiempo|perder (?:mi|el) tiempo|ni siquiera (?:han|ha|se han|me han|una)|no se (?:han|ha) dignado|dignado|se dignen|lo mínimo (?:que|es)|ustedes? prometi\\w+|me prometi(?:ó|eron)|usted prometió|cuánto (?:más )?(?:tiempo )?(?:tengo que|debo) esperar|estoy hart\\w+|hart\\w+ de|indignad\\w+|furios\\w+|molest\\w+ (?:por|con|de)|enfadad\\w+|mi paciencia|me (?:ignoran|han ignorado)|ignorad\\w+|decepcionad\\w+ (?:con|por) (?:su|ustedes|el trato|la falta)|como ya (?:le|les) (?:dije|he dicho|escribí)|por qué no (?:me )?(?:responde|contesta|han)\\w*|silencio (?:absoluto|inaceptable))\\b',
    ),
    pleading: words(
      '\\b(?:le (?:ruego|suplico|imploro)(?! que (?:me )?(?:disculpe|acepte|haga llegar))|les suplico|suplic\\w+|implor\\w+|desesperad\\w+|desesperación|por piedad|tenga(?:n)? (?:piedad|compasión)|de rodillas|necesito (?:este|ese|el|un|urgentemente|desesperadamente) (?:\\w+ )?(?:trabajo|empleo|puesto)|mi última (?:esperanza|oportunidad)|haría (?:cualquier cosa|lo que sea|todo)|dispuest\\w+ a todo|de(?:n)?me (?:solo )?una oportunidad|por favor,? por favor|mi familia depende|no me (?:abandonen|rechacen|fallen)|no puedo dormir)\\b',
    ),
    arguing: words(
      '\\b(?:(?:comet|est|hac|han comet)\\w* (?:un |cometiendo un |ustedes un )?(?:grave |gran )?error|reconsider\\w+|cambi(?:ar|en|e) de opinión|revis(?:ar|en|e) (?:su|la|esta) decisión|no estoy de acuerdo|no acepto|me niego a aceptar|merezco|merecía|injust\\w+|se equivoca\\w*|están equivocad\\w+|se (?:van a )?arrepentir\\w*|mejor (?:cualificad\\w+|candidat\\w+|preparad\\w+) que|soy (?:el|la) mejor|decisión (?:es|me parece) (?:incomprensible|absurda|injusta|errónea))\\b',
    ),
    ultimatum: words(
      '\\b(?:si no (?:recibo|tengo|obtengo|responde\\w*|contesta\\w*).{0,70}(?:aceptaré|me veré|retiraré|buscaré|tomaré|consideraré|firmaré|tendré que|me iré|daré por)|de lo contrario,? .{0,30}(?:aceptaré|retiraré|tendré|me veré|buscaré)|última (?:oportunidad|advertencia|vez|llamada)|tiene(?:n)? hasta (?:el|mañana|las)|exijo una respuesta|espero (?:una|su) respuesta (?:antes|inmediata|en (?:24|48))|ultimátum|no (?:voy a|puedo|pienso) esperar (?:más|eternamente|indefinidamente)|tómelo o déjelo)\\b',
    ),
    daily: words(
      '\\b(?:(?:llam|escrib|escrit|contact|intent|pregunt)\\w*.{0,30}(?:todos los días|cada (?:día|mañana)|a diario|diariamente|varias veces al día)|ayer y (?:anteayer|antes de ayer)|todos los días hasta)\\b',
    ),
  },
  offer: [
    {
      find: pattern(
        '\\b(?:otras? (?:ofertas?|propuestas?)|varias ofertas|(?:he recibido|tengo|recibí) (?:una|otra|dos|varias|también una) (?:\\w+ )?ofertas?|oferta de (?:otra|una)|otras empresas (?:están|interesad|quieren|me)|me han ofrecido (?:un|otro))\\b',
      ),
      unless: pattern(
        '\\b(?:su (?:amable )?oferta|ninguna (?:otra )?oferta|no (?:tengo|he recibido) (?:ninguna |otra )*oferta)\\b',
      ),
    },
  ],
  offers: pattern('\\b(?:ofertas|propuestas|varias|empresas)\\b'),
  asksOutcome: [
    {
      find: pattern(
        '(?:\\b(?:hay|tienen?|ha habido) (?:ya )?(?:alguna? )?(?:noticias?|novedad(?:es)?|decisión|respuesta).*\\?|\\bhan (?:tomado|llegado).{0,30}decisión|\\bestado de mi (?:candidatura|solicitud)|\\bresultado de (?:la|mi) (?:entrevista|candidatura|proceso)|\\bcómo va (?:el proceso|mi candidatura)|\\bsaber si (?:he sido|fui|han))',
      ),
      unless: pattern('\\bpróximos pasos\\b'),
    },
  ],
  citesDate: words(
    '\\b(?:(?:usted|ustedes)? ?(?:me )?(?:dijeron?|dijo|prometi\\w+|indic\\w+|asegur\\w+|mencion\\w+)\\b.{0,60}\\b(?:antes|para el|el (?:lunes|martes|miércoles|jueves|viernes)|semana|a finales)|(?:fecha|plazo) (?:que (?:usted|ustedes|me)|prometid\\w|acordad\\w|indicad\\w))\\b',
  ),
  favourite: words(
    '\\b(?:mi (?:puesto|opción|empresa) (?:favorit\\w|preferid\\w)|mi (?:primera opción|favorit\\w|trabajo soñado|trabajo de ensueño)|el trabajo de mis sueños)\\b',
  ),
  futureInterest: words(
    '\\b(?:futur\\w+|en el futuro|más adelante)\\b.{0,40}\\b(?:puestos?|vacantes?|oportunidad(?:es)?|candidaturas?|procesos?)\\b|\\b(?:puestos?|vacantes?|oportunidad(?:es)?)\\b.{0,30}\\b(?:futur\\w+|en el futuro|más adelante)\\b',
  ),
  private: words(
    '\\b(?:salario|sueldo|remuneración|expectativas salariales|visado|visa|permiso de (?:trabajo|residencia)|mi (?:salud|enfermedad|embarazo)|embarazada|baja médica|discapacidad|preaviso|pasaporte|DNI|NIE|número de la seguridad social)\\b',
  ),
  negation: pattern(
    '(?:\\b(?:no|sin|nunca|jamás|ningun\\w*|ni|lejos de)\\b(?:(?!\\b(?:y|pero|porque)\\b)[^,;:.!?]){0,30})$',
  ),
  salutation: asWritten(
    '^(?:estimad[oa]s?|querid[oa]s?|hola|buenos días|buenas tardes|apreciad[oa]s?|distinguid[oa]s?)\\b[ ,]*(?<rest>.*?)\\s*[,:!.]*$',
  ),
  unnamed: asWritten(
    '^(?:señor|señora|señores|señoras|sr|sra|sres|srta|don|doña|d|dña|dr|dra|doctor|doctora|prof|profesor|profesora|y|e|o|equipo|a|todos|todas|de|del|la|el|recursos|humanos|selección|responsable|estimad[oa]s?)$',
  ),
  better: {
    irritated: 'Como aún no he tenido noticias, ¿podría preguntarle cómo va la decisión?',
    arguing: 'Acepto su decisión. ¿Podría decirme qué fue determinante, para aprender de ello?',
    pleading: 'El puesto me sigue interesando mucho.',
    ultimatum: 'Si para entonces pudiera decirme algo, me ayudaría; si no, lo entiendo perfectamente.',
  },
};

export const dutchLexicon: Lexicon = {
  language: 'nl',
  frequent: pattern(
    '\\b(?:de|het|een|en|van|ik|u|je|uw|voor|met|dat|niet|op|te|is|mijn|over|aan|heb|zijn|ons)\\b',
    'g',
  ),
  tones: {
    rude: words(
      '\\b(?:idio(?:o)?ten?|idioot|stomme?|sukkels?|eikels?|klootzak\\w*|leugenaars?|incompeten\\w*|onbekwa\\w+|belachelijk\\w*|zielig\\w*|clowns?|prutsers?|amateurs|verdomme|godverdomme|kut\\w*|klote\\w*|schaam (?:je|u)|u moet zich schamen|schandalig\\w*|schofter\\w*|wie denkt u wel)\\b',
    ),
    irritated: words(
      '\\b(?:onacceptabel\\w*|onaanvaardbaar\\w*|onprofessione\\w*|respectloos|respectloze|gebrek aan (?:respect|fatsoen|communicatie|professionaliteit|beleefdheid)|ik eis|eis ik|tijdverspilling|verspilling van (?:mijn|onze) tijd|mijn tijd (?:verspild|te verspillen)|niet eens (?:de moeite|het fatsoen|een|gereageerd|geantwoord)|fatsoen (?:om|te)|het minste wat u|u had (?:me |mij )?(?:toch )?beloofd|u (?:hebt|heeft) (?:me |mij )?beloofd.*maar|hoe lang moet ik|ik ben het (?:zat|beu)|beu|woedend|boos|geïrriteerd|geërgerd|verontwaardigd|mijn geduld|genegeerd|negeert|negeren|teleurgesteld (?:in (?:u|uw|jullie)|over (?:uw|de manier|het uitblijven))|zoals ik (?:al|reeds) (?:meermaals|eerder|vaker) (?:heb )?(?:gezegd|geschreven)|waarom (?:reageert|antwoordt|hoor ik|heeft u)|nog steeds (?:niets|geen) .*(?:!|ondanks|weken|beloofd)|aan het lijntje)\\b',
    ),
    pleading: words(
      '\\b(?:ik smeek|smeek(?:te|bede)?|wanhopig\\w*|wanhoop|op mijn knieën|heb medelijden|medelijden|ik heb (?:deze|die) baan (?:echt |heel hard |zo |dringend )*nodig|mijn laatste (?:hoop|kans)|ik zou alles doen|ik doe alles|geef me (?:alstublieft |alsjeblieft |toch )*(?:een|één|nog een) kans|alstublieft,? alstublieft|alsjeblieft,? alsjeblieft|mijn gezin is afhankelijk|laat me niet (?:vallen|in de steek)|ik slaap niet meer|kan er niet van slapen)\\b',
    ),
    arguing: words(
      '\\b(?:u (?:maakt|begaat|heeft|hebt) een (?:grote |enorme |ernstige )?(?:fout|vergissing)|(?:uw|deze|de) (?:beslissing|besluit) (?:te )?(?:heroverweg\\w*|herzien)|heroverweg\\w*|van gedachten veranderen|ik ben het (?:er )?niet (?:mee )?eens|ik accepteer (?:uw|deze|dit) .*niet|niet accepteren|ik verdien (?:deze|de|het|die)|oneerlijk\\w*|onrechtvaardig\\w*|u vergist zich|u heeft het mis|spijt (?:van )?krijgen|zult er spijt|beter gekwalificeerd dan|beste kandidaat)\\b',
    ),
    ultimatum: words(
      '\\b(?:als ik (?:voor|op|binnen|vóór|geen|niets|niet).{0,70}(?:accepteer ik|ga ik|trek ik|zal ik|neem ik|ben ik genoodzaakt|beschouw ik|teken ik|zie ik me)|anders (?:accepteer|ga|trek|neem|teken|zal|zie) ik|laatste (?:kans|waarschuwing|herinnering|aanmaning)|u heeft (?:nog )?tot|u hebt (?:nog )?tot|ik verwacht (?:een|uw) antwoord (?:voor|binnen|uiterlijk|per omgaande)|ultimatum|graag of niet|niet (?:eeuwig|langer) wachten|uiterlijk .{0,25}(?:antwoord|reactie) .{0,20}(?:anders|zo niet))\\b',
    ),
    daily: words(
      '\\b(?:(?:bel|mail|schrijf|geschreven|gebeld|gemaild|probeer|vraag)\\w*.{0,30}(?:elke dag|iedere dag|dagelijks|elke ochtend|meerdere keren per dag)|(?:elke|iedere) dag .{0,20}(?:gebeld|bellen|mailen|geschreven)|gisteren en eergisteren)\\b',
    ),
  },
  offer: [
    {
      find: pattern(
        '\\b(?:een (?:ander|tweede|concreet|beter|mooi) aanbod|andere aanbiedingen|meerdere aanbiedingen|(?:heb|kreeg|ontving|ontvangen) (?:\\w+ ){0,3}aanbod|aanbod van (?:een ander|elders)|andere (?:bedrijven|werkgevers).{0,30}(?:interesse|aanbod|willen mij|geïnteresseerd))\\b',
      ),
      unless: pattern('\\b(?:uw (?:\\w+ )?aanbod|geen (?:ander )?aanbod|het aanbod (?:voor|van uw))\\b'),
    },
  ],
  offers: pattern('\\b(?:aanbiedingen|meerdere|bedrijven|werkgevers)\\b'),
  asksOutcome: [
    {
      find: pattern(
        '(?:\\bis er (?:al |inmiddels )?(?:nieuws|een beslissing|een besluit|iets bekend|meer bekend).*\\?|\\b(?:heeft|hebt|hebben) u (?:al|inmiddels).{0,30}(?:besloten|beslist|beslissing|besluit|keuze)|\\bstand van zaken|\\bhoe (?:het|staat het) (?:er )?(?:voor|met mijn)|\\bstatus van mijn sollicitatie|\\buitslag van)',
      ),
      unless: pattern('\\b(?:volgende stappen|vervolgstappen)\\b'),
    },
  ],
  citesDate: words(
    '\\b(?:u (?:had|hebt|heeft|zei|noemde|beloofde|gaf aan)\\b.{0,60}\\b(?:voor|vóór|op|uiterlijk|maandag|dinsdag|woensdag|donderdag|vrijdag|week|eind)|(?:beloofde|afgesproken|genoemde|toegezegde) (?:datum|dag|termijn))\\b',
  ),
  favourite: words(
    '\\b(?:mijn (?:favoriete|eerste keus|favoriet|droombaan|droomfunctie)|mijn voorkeur (?:gaat|heeft))\\b',
  ),
  futureInterest: words(
    '\\b(?:toekomst\\w*|later|in de toekomst)\\b.{0,40}\\b(?:functies?|vacatures?|rol|rollen|kansen|mogelijkhed\\w+)\\b|\\b(?:functies?|vacatures?|rollen)\\b.{0,30}\\b(?:in de toekomst|toekomstige)\\b',
  ),
  private: words(
    '\\b(?:salaris\\w*|loon|vergoeding|visum|werkvergunning|verblijfsvergunning|mijn (?:gezondheid|ziekte|zwangerschap)|zwanger|ziekteverlof|handicap|opzegtermijn|paspoort|identiteitskaart|burgerservicenummer|BSN)\\b',
  ),
  negation: pattern('(?:\\b(?:niet|geen|nooit|zonder|noch|nergens)\\b(?:(?!\\b(?:en|maar|want)\\b)[^,;:.!?]){0,30})$'),
  salutation: asWritten(
    '^(?:geachte|beste|hallo|dag|goedemorgen|goedemiddag|goedendag|lieve|hoi)\\b[ ,]*(?<rest>.*?)\\s*[,:!.]*$',
  ),
  unnamed: asWritten(
    '^(?:heer|mevrouw|dames|heren|en|of|dhr|mevr|mw|meneer|dr|prof|professor|team|allen|allemaal|geachte|beste|drs|ir|mr|hr|collega\\w*|afdeling|personeelszaken|de|het|van)$',
  ),
  better: {
    irritated: 'Omdat ik nog niets heb gehoord, wil ik graag vragen hoe het ervoor staat.',
    arguing: 'Ik accepteer uw beslissing. Mag ik vragen wat de doorslag gaf, zodat ik ervan kan leren?',
    pleading: 'De functie spreekt mij nog steeds zeer aan.',
    ultimatum: 'Als u voor die tijd iets kunt laten weten, helpt mij dat; zo niet, dan begrijp ik dat heel goed.',
  },
};

export const swedishLexicon: Lexicon = {
  language: 'sv',
  frequent: pattern('\\b(?:och|att|det|jag|är|en|ett|för|med|som|på|av|till|inte|har|ni|er|om|den|min|mig|du)\\b', 'g'),
  tones: {
    rude: words(
      '\\b(?:idiot\\w*|dumma?|korkad\\w*|inkompeten\\w*|lögnare|patetisk\\w*|löjlig\\w*|clowner|amatörer|jävla|jävlar|fan|skit\\w*|skäms|ni borde skämmas|skandal\\w*|värdelös\\w*|vem tror (?:ni|du) att)\\b',
    ),
    irritated: words(
      '\\b(?:oacceptab\\w*|oprofessione\\w*|respektlös\\w*|brist på (?:respekt|hyfs|kommunikation|professionalism|artighet)|jag kräver|kräver jag|slöseri med (?:min )?tid|slösat (?:bort )?min tid|inte ens (?:haft|brytt|svarat|hört|besvärat|ett)|hyfs(?:en)? att|det minsta (?:ni|man)|ni lovade|du lovade|ni har lovat .*men|hur länge (?:ska|måste)|jag är (?:trött på|less på|arg|irriterad|förbannad|upprörd)|trött på att|mitt tålamod|ignorera\\w*|besviken på (?:er|ert|hur)|som jag redan (?:har )?(?:sagt|skrivit)|varför (?:svarar|har|hör) (?:ni|ingen|jag)|fortfarande (?:inget|inte|ingen) .*(?:!|trots|veckor|lovade)|hålla mig på halster)\\b',
    ),
    pleading: words(
      '\\b(?:jag (?:ber och )?bönfaller|bönfaller|desperat\\w*|förtvivlad\\w*|på mina knän|ha förbarmande|jag behöver (?:verkligen |desperat |så )*(?:det här|detta|jobbet|ett) ?(?:jobbet|jobb)?|(?:mitt|min) sista (?:hopp|chans)|jag gör vad som helst|vad som helst för|ge mig (?:bara |snälla )*(?:en|ett) (?:enda |sista )?chans|snälla,? snälla|min familj är beroende|svik mig inte|kan inte sova)\\b',
    ),
    arguing: words(
      '\\b(?:ni (?:gör|begår|har gjort) ett (?:stort |allvarligt )?misstag|ompröva\\w*|tänk(?:a)? om|ändra (?:er|ert|ditt) (?:beslut|åsikt)|jag håller inte med|jag accepterar inte|kan inte acceptera|jag förtjänar (?:det|jobbet|tjänsten|den)|orättvis\\w*|ni har fel|du har fel|kommer att ångra|bättre kvalificerad än|bästa kandidaten|överklaga\\w*)\\b',
    ),
    ultimatum: words(
      '\\b(?:om jag inte (?:hör|får|har).{0,70}(?:accepterar jag|tackar jag|drar jag|kommer jag att|tar jag|ser jag mig|måste jag|skriver jag på)|annars (?:accepterar|tar|drar|tackar|går|kommer|skriver) jag|sista (?:chansen|varningen|påminnelsen|chans)|ni har (?:på er )?(?:till|fram till)|jag (?:förväntar mig|väntar mig|kräver) (?:ett )?svar (?:senast|inom|före|omgående)|ultimatum|kan inte vänta (?:längre|för evigt|hur länge)|tänker inte vänta)\\b',
    ),
    daily: words(
      '\\b(?:(?:ring|skriv|mejl|mail|försök|ringt|skrivit)\\w*.{0,30}(?:varje dag|dagligen|varje morgon|flera gånger om dagen)|varje dag .{0,20}(?:ringt|ringa|skrivit|mejlat)|igår och i ?förrgår)\\b',
    ),
  },
  offer: [
    {
      find: pattern(
        '\\b(?:ett (?:annat|andra|konkret|bättre) (?:jobb)?erbjudande|andra erbjudanden|flera erbjudanden|(?:har|fick|fått) (?:\\w+ ){0,3}erbjudande\\w*|erbjudande från (?:ett annat|en annan)|andra (?:företag|arbetsgivare).{0,30}(?:intresserade|erbjud|vill ha mig))\\b',
      ),
      unless: pattern(
        '\\b(?:ert (?:\\w+ )?erbjudande|inget (?:annat )?erbjudande|inte (?:fått|har) (?:något )?(?:annat )?erbjudande)\\b',
      ),
    },
  ],
  offers: pattern('\\b(?:erbjudanden|flera|företag|arbetsgivare)\\b'),
  asksOutcome: [
    {
      find: pattern(
        '(?:\\b(?:finns|har) (?:det|ni) (?:några |något |redan )*(?:nyheter|nytt|besked|beslut|bestämt|fattat).*\\?|\\bhur (?:det går|läget ser|läget är|går det) |\\bstatus (?:på|för) min ansökan|\\bresultatet av (?:intervjun|ansökan)|\\bveta om jag (?:fick|har fått|gått))',
      ),
      unless: pattern('\\bnästa steg\\b'),
    },
  ],
  citesDate: words(
    '\\b(?:(?:ni|du) (?:sa|sade|lovade|nämnde|angav|meddelade|skulle)\\b.{0,60}\\b(?:senast|före|innan|på (?:måndag|tisdag|onsdag|torsdag|fredag)|veckan?|i slutet)|(?:utlovade|avtalade|angivna) (?:datumet|dagen|tiden))\\b',
  ),
  favourite: words('\\b(?:mitt (?:förstahandsval|favoritjobb|drömjobb)|min favorit\\w*|min drömtjänst)\\b'),
  futureInterest: words(
    '\\b(?:framtid\\w*|senare|framöver)\\b.{0,40}\\b(?:tjänst\\w*|roll\\w*|möjlighet\\w*|jobb)\\b|\\b(?:tjänst\\w*|roll\\w*|möjlighet\\w*)\\b.{0,30}\\b(?:framtid\\w*|framöver)\\b',
  ),
  private: words(
    '\\b(?:lön|löneanspråk|lönen|visum|arbetstillstånd|uppehållstillstånd|min (?:hälsa|sjukdom|graviditet)|gravid|sjukskriven|funktionsnedsättning|uppsägningstid|pass(?:nummer)|id-kort|personnummer)\\b',
  ),
  negation: pattern(
    '(?:\\b(?:inte|aldrig|utan|ingen|inget|inga|varken|knappast)\\b(?:(?!\\b(?:och|men|eftersom)\\b)[^,;:.!?]){0,30})$',
  ),
  salutation: asWritten(
    '^(?:hej|hejsan|bästa|käre|kära|god (?:morgon|dag|kväll)|tjena)\\b[ ,]*(?<rest>.*?)\\s*[,:!.]*$',
  ),
  unnamed: asWritten(
    '^(?:alla|hej|herr|fru|fröken|dr|prof|professor|och|eller|team|teamet|rekryterare|kollegor|bästa|hr|er|igen|rekryteringsteamet)$',
  ),
  better: {
    irritated: 'Eftersom jag inte har hört något ännu undrar jag hur det ser ut.',
    arguing: 'Jag accepterar ert beslut. Får jag fråga vad som fällde avgörandet, så att jag kan lära mig av det?',
    pleading: 'Tjänsten intresserar mig fortfarande mycket.',
    ultimatum: 'Om ni kan säga något före dess hjälper det mig; om inte har jag full förståelse.',
  },
};
