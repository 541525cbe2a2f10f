import { type Concepts, stances } from './stances';

const YOU = "you|your|yours|yourself|yourselves|you're|you've|you'd|you'll";
const NOBODY = 'anybody|anyone|any one of you|nobody|no one|none of you|not one of you|a single person|any human';
const MESSAGE =
  '(?:e-?mails?|mails?|messages?|letters?|calls?|voicemails?|reminders?|inquir(?:y|ies)|enquir(?:y|ies)|attempts?|follow-?ups?|notes?|requests?|questions?)';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

const IDEAS: Concepts = {
  you: YOU,
  them: `${YOU}|they|their|${NOBODY}|somebody|someone|(?:the|this|that|a|any|an) (?:\\w+ )?(?:company|team|firm|recruiters?|panel|department|organi[sz]ation|employer|management|committee)|hr|this process`,
  nobody: NOBODY,
  me: "i|me|my|mine|myself|i'm|i've|i'd|i'll",
  mine: `my (?:\\w+ ){0,2}(?:application|candidacy|time|effort|case|interest|${MESSAGE})`,
  absurd:
    "if \\w+ (?:were|was) (?:an? )?(?:sport|crime|art|olympic|competition|currency)|far be it from me|i had (?:always )?(?:assumed|imagined) that|(?:has|have|had|with) (?:all )?the (?:charm|warmth|manners|grace|speed|reliability|wit|efficiency|organi[sz]ation) of|(?:even )?(?:a|an|any|my|every) (?:\\w+ )?(?:corner shop|lemonade stand|chip shop|kebab|primary school|parking ticket|mirror|bathroom|grandmother|six-year-old|five-year-old|child|sports club|car park|tax office|flea market|garden gate|scout|circus)|do (?:us|me|everyone|yourselves|the world) (?:all )?a favou?r|with a (?:brain|pulse|conscience|spine|clue|heartbeat)|who can (?:actually |even )?(?:spell|read|count|write|think|use|operate)|proud of (?:yourself|yourselves|that|this)|(?:only|one) (?:friendly|polite|competent|normal|decent|sane|helpful) (?:face|person|human|one)|treat (?:your|the) (?:customers|clients|patients|guests|own (?:staff|people)) (?:better|with more)|has the (?:nerve|cheek|gall|audacity)|the (?:nerve|cheek|gall|audacity) (?:to|of)|what planet|live(?:s)? under a rock|dinosaurs?|stone age|middle ages|left hand|in charge of (?:anything|people)|let loose on|yawn\\w*|rolled (?:his|her|their) eyes|would not trust (?:you|your|them)|wouldn't trust (?:you|your|them)",
  rhetorical:
    '(?:am|are) i (?:supposed|meant|expected|really|to (?:take|understand|assume|conclude|guess))|(?:may|can|should|shall|must|do) i (?:take it|assume|conclude|infer|suppose|guess|really|have to|need to)|do you (?:expect me|really|honestly|seriously|want me to)|what (?:exactly|precisely|on earth|more|else) (?:are|is|do|did|does|must|can|were)|(?:are|were) you (?:telling|saying|waiting|planning|ever|all|still|even)|since when|is (?:anyone|anybody|somebody|someone|there (?:anyone|anybody|somebody|someone|something))|why should i|who (?:exactly )?(?:do i|must i|is (?:responsible|in charge))|so (?:i|this|that|my|you|all)\\b|and (?:for this|that is it|now what)|is (?:that|this) (?:it|all|asking)|does (?:anyone|anybody|my|it|this)|has (?:anyone|anybody) (?:even|actually|ever)|have i (?:done something|offended|been forgotten|missed something)|did (?:i|you|anyone) (?:do something|forget|even|actually|ever)|how (?:am|should|can) i',
  grievance:
    'where i stand|tea leaves|crystal ball|mind reader|guess(?:ing)?|for this|broken|waiting for|wait|chas(?:e|ing)|beg(?:ging)?|silence|ignored|nothing|normal|forgotten|give up|stop|read|look(?:ed)?|listen(?:ing)?|reply|replied|answer(?:ed)?|call(?:ed)?|decide|wasted?|worth|trip|offended|wrong|responsible|work(?:s|ing)? there|take (?:me|this|it) seriously|sit here|keep (?:asking|calling|writing)|serious|planning to|for nothing|telephone|phone',
  norm: "(?:it is|it's|is) (?:common|good|normal|standard|basic|only|simply|a matter of) (?:practice|decency|courtesy|manners|fair|polite|politeness|custom|respect|practise|business)|part of the (?:deal|bargain|agreement)|a deal is a deal|an agreement is|a promise is|(?:in|with|at) other (?:companies|places|firms|employers)|other (?:companies|firms|employers) (?:manage|inform|answer|reply|tell|do|at least|have)|(?:should|do|would|ought) not (?:really )?have to|shouldn't (?:really )?have to|one (?:does not|doesn't|should|ought|cannot|can't)|you (?:do not|don't|cannot|can't) (?:just|simply)|both (?:directions|ways|sides)|two-way street|works? both|in both directions|cuts both|my (?:part|side|end|half) of|keep(?:ing)? yours|stick to (?:them|it|your)|where i come from|in my world|on my side of|the way i was (?:raised|brought up)|we would (?:all )?(?:be|have)|(?:strikes|seems to|appears to) me (?:as )?(?:careless|rude|odd|strange|thoughtless|negligent|unkind|cold|unfair)",
  conduct:
    'inform|repl\\w+|answer\\w*|commit\\w*|respect|agreement|promise|deal|chase|ask(?:ing)?|beg|wait|speak|invite|people|status|let me know|flexib\\w+|tell|update|treat|leave|disappear|vanish|stop|reach|write|call|keep|keeping|word|good if|nice if|fair|apply|applicants?|candidates?|courtesy',
  wounded:
    "hurtful|hurt by|speechless|lost for words|words fail|stunned|offended|insulted|let down|disillusioned|lost track|lose track|lost count|lose count|put off|fobbed|stalled|given the run|passed from|sent from|gone unanswered|unanswered|unread|not appreciate|don't appreciate|do not appreciate|no interest|not interested|there is no interest|somebody else in mind|someone else in mind|already (?:had|chosen|decided)|wow|seriously|honestly|quite finished|finally finished|done deliberating|hung up|hang up|nobody (?:seems|feels|is)|no one (?:seems|feels|is)|fool|idiot|doormat|afterthought|annoy\\w*|upset|bitter|resent\\w*|cold|heartless|soulless|faceless",
  occasion:
    'letters?|e-?mails?|calls?|called|message|handled|question|answer|phone|job|role|interview|hours?|candidates?|responsible|file|reply|deliberating|let me know|this week|application|process|yourself|yourselves|your|you|asked',
  shortTime:
    '(?:two|five|one|thirty|ten|a few|a couple of) (?:minutes|seconds|lines|sentences|words)|one (?:line|sentence|call|e-?mail|word)|a (?:line|sentence|minute|one-liner)',
  wouldTake:
    "would have (?:done|taken|sufficed|been enough|cost)|(?:is|was) all|does not take|doesn't take|is not asking|not take",
  none: "no|not|never|nothing|nobody|no one|none|without|nor|neither|cannot|zero|hardly|barely|\\w+n't|unable|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|absence|so little|too little",
  reply:
    'repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|respon(?:d|ds|ded|ding|se|ses)|acknowledg\\w+|feedback|updates?|news|a word|one word|lines?|status|call(?:ed|ing)?(?: me)? back|hear(?:d|ing)?|sign of life|g[eo]t(?:ting)? back|decision|verdict|information|inform(?:ed)?|clarity|e-?mails?|phone|contact(?:ed)?|communicat\\w+',
  message: MESSAGE,
  manyMessages: `(?:all|both|none|several|two|three|four|five|six|numerous|many|multiple|repeated|countless|\\d+)(?: of)?(?: my)?(?: \\w+)? ${MESSAGE}|my (?:last |previous |earlier )?(?:two|three|four|five|six|seven|several|many|numerous|\\d+)(?: \\w+)? ${MESSAGE}`,
  ask: 'ask|asked|asking|request(?:ed)?|wrote|written|writing|said|mentioned|stated|explained',
  job: "jobs?|roles?|positions?|posts?|offer|place|interview|opportunity|work for you|join(?:ing)? (?:you|your)|choose me|chose me|pick me|hire me|this (?:does not|doesn't|fails|falls)|yes from you",
  decision:
    'decisions?|rejections?|refusal|reasons?|reasoning|assessment|evaluation|judge?ment|conclusion|outcome|verdict|choice|explanation|grounds|turn(?:ed|ing)? (?:me )?down|reject(?:ed|ing)?|not (?:been |be )?(?:chosen|selected|short-?listed|good enough|suitable|qualified|experienced)|declin(?:ed|ing)|lack(?:ing|ed)?(?: of)? experience|passed over|your no|somebody else|someone else',
  thanks:
    'thank|thanks|grateful|delighted|pleased|glad|happy to|enjoyed|impressed by|kind(?:ly)? of you|congratulate|appreciated|admire|liked',
  respects: 'i (?:fully |completely |quite |of course )*(?:respect|accept)|learn(?:ed|t)? from|improve|next time',
  meAgain:
    "i(?:'ll| will| would be (?:glad|happy)|'d be (?:glad|happy)) (?:to )?(?:look|think|talk|check|review|come|discuss)|i (?:looked|thought|checked|reviewed|went over)|let me",
  saw: 'i (?:saw|read|noticed|came across|follow(?:ed)?|found)|connect(?:ed)?',
  accept:
    'i (?:fully |completely |quite |do |of course )*(?:respect|accept|understand)|respect your decision|i wish (?:you|the)|no hard feelings|quite understand|no hurry|no rush|in no hurry|perfectly fine',
  sorry: 'sorry|apologi[sz]e|apologies|my fault|my mistake|forgive me|excuse me',
  atWork:
    'customers?|clients?|users?|patients?|suppliers?|in my (?:last|previous|present|current|first|old) (?:job|role|position|post|company|team)|at my (?:last|previous|present|current)|my (?:team|colleagues|former)|i used to|i once|i worked|i learned|i learnt|years ago|ran out of time|no time (?:left|for your)|your (?:product|talk|article|book|paper|blog|tools?|app|users|customers)|the (?:talk|article|paper|project|case|exercise|task)',
  // Irritation
  surprise:
    'surpris\\w+|strange|odd|astonish\\w+|remarkabl[ey]|puzzl\\w+|baffl\\w+|amaz\\w+|ironic\\w*|ironies|regrettabl[ey]|a shame|sad|sadden\\w+|disappoint\\w+|dishearten\\w+|discourag\\w+|sobering|troubling|concern(?:ed|ing)|perplex\\w+|mystif\\w+|bemus\\w+|funny how|interesting how|curious how|curious that|hard to believe|incredible|incomprehensible|inexplicabl[ey]|question(?:able)?|bewilder\\w+|perturb\\w+|startl\\w+|taken aback',
  slight:
    'ignor\\w+|overlook\\w+|forgot(?:ten)?|lost|read|matter(?:s|ed)?|care[sd]?|priority|serious(?:ly)?|bother\\w*|respect\\w*|courtesy|exists?|valued?|worth|importan\\w+|reach(?:es|ed)?|existence|attention|notice[ds]?|appreciat\\w+|at all|even|ever|wast\\w+|alive|professional\\w*|organi[sz]ed|competent|simple|two[- ](?:line|minute)|single|brief|short|basic|treat\\w*|talks? (?:so much )?about',
  suspicion:
    "(?:begin(?:ning|s)?|start(?:ing|s|ed)?|began) to (?:wonder|think|suspect|believe|doubt|feel|question|get the (?:feeling|impression))|(?:left|leaves me) (?:wondering|to (?:wonder|assume|guess|conclude|infer))|(?:can|could|must|shall have to|will have to|have to|am forced to)(?: only)? (?:assume|conclude|suppose|guess|infer|wonder|presume)|(?:can't|cannot|could not|couldn't) help(?: but)? (?:feel|think|wonder|notic|conclud|ask)\\w*|makes? (?:me|one|you) wonder|(?:have|has|had) to (?:ask|wonder)|i(?:'m| am)? (?:seriously |really |honestly )(?:wonder|doubt|question)\\w*|get(?:ting)? the (?:distinct |clear |strong )?(?:feeling|impression)|one (?:might|could|would|does|wonders|has to)\\b",
  wonder: 'wonder(?:s|ing)?|ask(?:ing)? myself|suspect|doubt|suppose|presume|assume|gather|take it|guess|imagine',
  any: 'anybody|anyone|ever|even|at all|actually|nobody|no one',
  evidently:
    'clearly|obviously|apparently|evidently|plainly|presumably|it seems|it would seem|it appears|seemingly|i see that',
  notWorth:
    "(?:not|n't|hardly|never|no|far from)(?: \\w+){0,4} (?:a priority|priority|important|worth|interested|interest|matter|the effort|count|on your (?:list|radar))|low(?:est)? (?:priority|on your)|bottom of (?:your|the) (?:list|pile)|an afterthought|too (?:much|difficult|hard|important|busy|good|grand)",
  asYouKnow:
    'as you (?:surely|certainly|no doubt|well|undoubtedly|doubtless|very well|probably|of course|must|should|will|ought to|may|might|are|can|have)(?: (?:surely|certainly|no doubt|well|probably|doubtless|perfectly|of course))? (?:know|recall|remember|be aware|aware|imagine|noticed|see)|i need hardly (?:remind|tell|say|add)|need i remind|may i remind|let me remind|allow me to remind|i (?:would|must|have to|should) remind|might i remind',
  time: "days?|weeks?|months?|fortnight|week's|ages|eternity|forever|long time|so long|too long|this long|since|yet|still|already|\\d+(?:st|nd|rd|th)|late|overdue|deadline|yesterday",
  promised: 'promis\\w+|assur\\w+|said|told|guarantee\\w*|agreed|committed|undertook|swore|gave me (?:your|a) word',
  perMy:
    '(?:as )?per my (?:last|previous|earlier|prior|recent|many|two|three|several|various)|see my (?:last|previous|earlier) (?:e-?mail|message)|refer (?:you )?(?:back )?to my (?:last|previous|earlier|many|two|three|several)|as (?:already |clearly |repeatedly |previously )+(?:stated|mentioned|noted|outlined|requested|indicated|explained|written|asked|said|pointed out)|as i (?:have )?(?:already |clearly |repeatedly |previously )+(?:stated|mentioned|noted|wrote|requested|explained|asked|said|pointed out|written)',
  attach: 'attach\\w*|enclos\\w*|link|away|holiday|cannot attend|address|available|start date|visa|phone number',
  again:
    'again|once more|yet another|still|another|for the (?:second|third|fourth|fifth)|as (?:always|usual|ever)|previous|earlier|last',
  lost: 'lost|unanswered|unread|overlooked|missed|spam|drown\\w*|vanish\\w*|disappear\\w*|ignored|swallowed|void|bin|deleted|into the|eaten|went nowhere|gone|have had no|remain\\w*',
  reminder:
    '(?:gentle|friendly|kind|quick|little|polite|small|another|second|third|further|yet another) (?:reminder|nudge|prod|poke)|remind(?:er|ing)?|nudge|chas(?:e|ing)|follow(?:ing)? up|following-up',
  treat: 'treat(?:ed|s|ing|ment)?|handl(?:e|ed|es|ing)|deal(?:s|ing)? with|dealt with|go(?:es|ing)? about',
  people: 'applicants?|candidates?|people|me|human beings?|a human|someone|anyone|others|us|this',
  likeThis:
    'like (?:this|that|a|an|dirt|air|cattle|some)|as if|as though|number|human being|dignity|so (?:poorly|badly|carelessly|casually)|in (?:this|such a) (?:way|manner|fashion)|this way|second[- ]class|respect|after (?:all|four|three|five|so)|the way you|how you|better|worse',
  feel: 'feel(?:s|ing)?|felt|am being|been|left me|leaves me|was',
  hurt: 'ignored|strung along|disrespected|under-?valued|unappreciated|forgotten|neglected|sidelined|taken advantage of|exploited|like a number|like an idiot|like a fool|fobbed off|snubbed|abandoned|belittled|humiliated|cheated|toyed with|played with|dismissed|invisible|taken seriously|in limbo|passed around|led on',
  sour: '(?:bitter|sour|bad|nasty|unpleasant|stale)(?: after-?| )taste|wearing (?:very |rather |quite |a (?:bit|little) )?thin|run(?:s|ning)? (?:very |rather |quite |a (?:bit|little) )?(?:thin|out)(?= |$)(?=.*patience)|last straw|keeps? (?:telling|promising|saying to) me|past caring|beyond a joke|a bit much|a bit rich|rubs? me|had it with|done with (?:this|your|waiting)|not amused|at my wits|pulling my hair|adds? insult|salt in(?:to)? the wound|slap in the face|kick in the teeth|joke at my expense|wild goose chase|jump(?:ing|ed)? through (?:\\w+ )?hoops|going round in circles|runaround|run-around|cold shoulder|at your mercy',
  tooMuch:
    'too much to (?:ask|expect|hope)|(?:so|that|too) (?:much|great) (?:of an? )?(?:trouble|effort|work)|not (?:a lot|much|exactly|rocket science|brain surgery)|hardly (?:a lot|much|too much|rocket)|the bare minimum|rocket science|takes? (?:\\w+ )?(?:two|five|thirty|ten|one|a|\\d+) (?:minutes?|seconds?)|costs? (?:you )?nothing|not that (?:hard|difficult)|cannot be (?:that|so) (?:hard|difficult)',
  usual:
    '(?:is|was|are) (?:this|that|it|silence|these)(?: (?:really|just|perhaps|now|honestly|simply))*(?: (?:how|what|the way|a|your|part of|considered|meant|supposed))*(?: \\w+)? ?(?:normal|usual|standard|typical|common|policy|acceptable|customary|serious|practice|do things|work here|joke|test|game)',
  hardSilence:
    'not (?:a|one|so much as a|even a) (?:single )?(?:word|peep|line|reply|sound|whisper|sign|thing|syllable|answer|message|call)|(?:total|complete|utter|absolute|deafening|continued|radio|stony|eerie|icy|dead) silence|no sign of life|crickets|nothing but silence|nothing (?:at all|whatsoever)|dead air|tumbleweed|silence ever since|fallen silent|gone (?:quiet|silent|dark)',
  straight: '(?:straight|clear|honest|proper|simple|real|direct|definite) (?:answers?|reply|response|information|word)',
  soLong:
    "(?:taking|takes?|took|need(?:s|ed)?|taken|last(?:s|ed)?) (?:you )?(?:so|this|that|quite so|such a) long|hold-?up|keeping you|what the (?:delay|problem) is|drag(?:s|ged|ging)? on|at this (?:rate|pace)|snail's pace|any longer",
  baffled:
    "(?:do not|don't|cannot|can't|could not|fail to|struggle to|hard to|difficult to) (?:really |quite |possibly )?(?:understand|see|comprehend|fathom|grasp|believe)|beats me|no idea|at a loss|why|what on earth|how come",
  inReturn:
    'in return|all i (?:get|got|have|receive[d]?)|and for what|this is what|for nothing|what do i get|thanks i get|my reward|only to be',
  sacrifice:
    'leave|holidays?|days? off|hours|weekends?|evenings?|nights?|travel\\w*|drove|flew|train|case study|presentation|assignment|task|test|prepar\\w+|rounds?|interviews?|effort|time',
  either: 'either|whether',
  orYou: 'or (?:you|nobody|someone|somebody|they|it is|is it|simply|else)',
  ifIWorked:
    'if i (?:handled|treated|worked|behaved|ran|did|replied|acted|answered|were|was|kept|left|delivered)|imagine if i|were i to',
  fired:
    '(?:out of (?:business|a job)|fired|sacked|bankrupt|clients left|never have been|no customers|shown the door|dismissed|lose (?:all )?my|laughed)|(?:way|as|like) (?:that )?you (?:do|handle|treat|work|run|have|are|answer|keep)',
  busyToo:
    'so am i|i am too|as am i|so are we all|i am as well|me too|but so|so is my|mine too|my time is|as is my|also valuable|also have a life|my time (?:too|as well|also)',
  busy: 'busy|valuable|precious|time|work to do|lot (?:on|to do)|schedules?|important',
  notTooBusy:
    'for once|for a change|this (?:year|century|decade|side of|lifetime)|before i (?:retire|die|grow|turn)|in my lifetime|one of these (?:days|years)|some ?time this|before (?:christmas|easter|the next)|if at all|should you (?:ever|find)|whenever you (?:deign|feel|finally|get round)|if you (?:ever|can be|would be so|could possibly|happen to|find a spare|have a spare|have nothing better|manage)|if it is not beneath|two minutes of your',
  honest:
    'to be (?:honest|frank|blunt|clear)|frankly|honestly|quite frankly|to put it (?:mildly|bluntly|politely)|with all due respect|let me be (?:clear|frank|blunt|honest)|i will be (?:blunt|frank|honest)|i must say|i have to say|have to admit|not going to lie',
  complaint:
    'slow|chaotic|chaos|messy|mess|confus\\w+|disorgani[sz]ed|drawn[- ]out|unclear|opaque|poor(?:ly)?|bad(?:ly)?|weak|careless\\w*|cold|one-sided|unworthy|below|beneath|mediocre|underwhelm\\w*|disappoint\\w*|dismal|a letdown|let-?down|frustrat\\w*|exhaust\\w*|draining|tedious|painful|unfriendly|arrogant|odd|strange|unpleasant|tiresome|not (?:good|great|impressive|nice|fair|right|what i|how|the way)|left (?:much|a lot|a great deal|something) to be desired|leaves? (?:much|a lot|a great deal) to be desired|far from',
  theirs:
    'your (?:\\w+ ){0,3}(?:process|communication|company|team|hr|recruit\\w+|hiring|behaviou?r|conduct|people|colleagues|side|organi[sz]ation|way|manner|treatment|selection|handling|department|firm|answers?|repl(?:y|ies)|response|e-?mails?|letter|attitude|style|interviewers?|management)|the (?:\\w+ )?(?:process|communication|procedure|selection|handling|experience|whole thing|interview)|this (?:\\w+ )?(?:process|procedure|experience|treatment|whole thing)',
  stillNot:
    "still (?:no|not|nothing|waiting|in the dark|have(?:n't| not| no)|has(?:n't| not)|without)|yet to (?:hear|receive|get|see)|have yet to|nothing (?:yet|so far|since)|to this day|as of today",
  shouldHave:
    "(?:should|ought to)(?: at least| surely| really)? (?:have|be able|manage|know|be|get|find)|(?:could|might|would) at least|it (?:should|cannot|ought)|surely|at least|at the very least|one would (?:think|expect|hope|imagine)|you(?:'d| would) think|anyone would|a (?:serious|professional|decent|good|reputable|real|proper) (?:company|employer|firm|organi[sz]ation)|companies? (?:of|like|with) (?:your|yours|this|that)|an employer (?:of|like|with)",
  nowIs: `^(?:well,? |and |but |yet )*(?:it is|it's|today is|that was|this was|that is|now it is|we are|here we are|the (?:\\w+ )?(?:day|date|week|deadline) (?:has|is|came)|${DAY}|since then|nothing|still|not)`,
  ohWell:
    "oh well|never mind then|fine then|suit yourselves?|duly noted|good to know that (?:you|your)|message received|point taken|i get the (?:message|hint|picture)|thanks anyway for|silence is (?:also )?an answer|no answer is (?:also )?an answer|have it your way|be my guest|so be it|forget it|don't bother|no need to bother|save yourselves?|save your (?:breath|time)",
  // Rudeness
  contempt:
    "(?:above|beyond|over) (?:your|their) (?:pay grade|heads?|abilit\\w+|capabilit\\w+|comprehension|competence)|beneath (?:you|contempt|your dignity)|below your dignity|(?:stupid|foolish|desperate|gullible|dumb|mad|crazy|naive) enough|any (?:grown-?ups?|adults?)|(?:grown-?ups?|adults?) in (?:the|charge|your)|(?:people|companies|employers|folk|recruiters|managers) like you|the likes of you|you lot|your lot|(?:banana|clown|monkey|circus|kindergarten|nursery|playground|zoo|sweatshop|cult)(?: republic| show| business)?(?= .*\\b(?:you|your|run|running)\\b)|kept? away from (?:people|candidates|the public)|no manners|learn (?:some|how to|to) (?:manners|treat|run|communicate|write|read|behave|reply)|(?:get|find|buy|rent) (?:yourself |yourselves )?a (?:life|calendar|clue|spine|backbone|dictionary|watch)|brain(?:s|cells?|less|-dead)?(?= .*\\b(?:you|your)\\b)|couldn't care less (?:about|what) you|waste of (?:space|oxygen|air)|laughing ?stock|beyond (?:parody|satire)|half[- ]witted|third[- ]rate|second[- ]rate|two-?bit|tin-?pot|mickey mouse|cowboy|sham|snobs?|snobbish|smug|pompous|patronis\\w+|patroniz\\w+|condescend\\w+|clueless\\w*|out of (?:his|her|their|your) depth",
  praise:
    'bravo|congratulations|congrats|well done|hats off|kudos|master-?class|chapeau|slow clap|round of applause|applaud|what a (?:treat|joy|surprise|pleasure|privilege)|how (?:nice|lovely|kind|generous|convenient|charming|professional|thoughtful|considerate|reassuring|impressive)|must be (?:so |very |really )?(?:nice|lovely|great|wonderful|comfortable|easy|pleasant)|nice (?:work|job|one)|great (?:job|work)|good job|brilliant|impressive|a triumph|an achievement|quite (?:a|an|the) (?:feat|achievement|talent|skill|art)|award|prize|medal|trophy|record|gold standard|world[- ]class|textbook example|thanks so much for|thank you so much for|many thanks for',
  failing:
    'how not to|slow(?:est|ness)?|ignor\\w+|forget\\w*|forgot\\w*|silence|silent|wast(?:e|ing|ed)|los(?:e|ing|t) my|not (?:repl|answer|car|bother|read)\\w*|never|wait(?:ing)?|wake up|months|weeks|nothing|nobody|rude\\w*|not even|so little to do|disappear\\w*|ghosting|longest|worst|lack of|keeping me|keeping people|leaving me|in the dark|the (?:automated|form|standard|generic|copy-?paste|two-line|one-line) (?:letter|e-?mail|rejection|reply|message)|no (?:reply|answer|response)|messing|stringing',
  worst:
    'how not to|slowest|worst|longest|rudest|most (?:chaotic|disorgani[sz]ed|confusing|unprofessional)|forget (?:all|about|one|candidates|people)|so little to do',
  thanYou: 'than (?:you|your|anyone (?:at|in|on) your|the people)',
  wits: 'memory|sense|manners|brains?|grasp|clue|intelligence|wit|communicat\\w*|organi[sz]\\w*|spine|attention span|goldfish|toddlers?|child(?:ren)?|dog|cat|parrot|toaster|monkeys?|teenagers?|answering machine|chatbot|bot|robot|machine|rather|work|warmth|personality',
  incapable:
    "(?:you|your (?:\\w+ )?\\w+|they|this company|hr)(?: (?:obviously|clearly|evidently|apparently|really|just|simply))? (?:could not|couldn't|cannot|can't|could hardly|can barely|are unable to|would struggle to|wouldn't know|would not know|wouldn't recogni[sz]e|would not recogni[sz]e)(?: even)?(?: how to)?(?: (?:organi[sz]e|run|count|spell|read|tie|plan|boil|tell|recogni[sz]e|manage|operate|find your|hit|do|write|talent|good|a))",
  // Pleading
  lostWithout:
    "(?:do not|don't|have no idea|no idea|not sure)(?: \\w+)? ?(?:what|how|where|who)(?: else)? (?:i|we|to)(?:'ll| will| would| am| are| should| can| could| shall)? ?(?:\\w+ )?(?:do|go|turn|manage|survive|cope|live|pay|carry|ask|begin|face|tell my)|do not know what will become|nowhere (?:else|to)|no (?:other )?(?:way out|prospects|alternative|plan b)|at the end of my (?:rope|tether|strength)|running on empty|drowning|(?:my )?last straw to|up to my neck|hanging by a thread|rock bottom|lowest point",
  emotion:
    "pray(?:s|ed|ing|ers?)?|sleep(?:less)?|slept|awake|cry|cries|cried|crying|tears|heart ?broken|my heart|devastat(?:e|ed)|crush(?:ed)? me|shatter(?:ed)?|destroy me|kill me|ruin me|nightmares?|panic|breakdown|depress\\w+|heart sinks|sick with|appetite|cannot (?:eat|breathe|think|stop)|can't (?:eat|breathe|think|stop|sleep)|stomach|nerves|trembl\\w+|shak(?:e|ing)|obsess\\w+|fall apart|collapse|end of the world|world (?:would|will) (?:collapse|end|fall)|dreamt|dreamed",
  hardship:
    'rent|mortgage|bills|debts?|my savings|our savings|savings account|landlord|evict\\w*|overdraft|my loans?|credit cards?|bank account|unemployment|on benefits|dole|jobless|unemployed|out of work|without (?:a job|work|an income|income)|redundan\\w+|feed my|food on the table|put food|electricity|my (?:\\w+ )?(?:kids|children|daughter|son|baby|wife|husband|family|mother|father|parents|partner)|single (?:mother|father|parent|mum|dad)|residence|deport\\w*|social security',
  direNeed:
    'need(?:s|ed)?(?! to)|depend(?:s|ing|ent)?(?: on)?|rel(?:y|ies|ying) on|please|save[sd]?|rescue|due|pay|afford|nearly gone|gone|used up|run(?:ning|s)? (?:out|dry)|behind|empty|provide for|support|help me|lose|losing|starv\\w*|suffer\\w*|count(?:s|ing)? on|hop(?:e|es|ing)|eaten up|cover|overdue|unpaid|piling|pressure|arrears|desperat\\w*|any more|anymore|running away|tough',
  helpThem:
    'helped me (?:understand|learn|see)|to care for|looked after|parental leave|moved|moving|relocat\\w*|holiday|is well|childcare|school run|pick up|nursery',
  anything:
    "do (?:absolutely |simply |just |really |literally )?(?:anything|whatever)|(?:take|accept|work|start|settle|agree|sign)(?: \\w+){0,3} (?:anything|any (?:job|role|position|salary|pay|conditions?|hours|contract|wage|money|department)|whatever|for (?:half|less|free|nothing|next to nothing|a pittance|much less|peanuts|minimum)|unpaid|without pay|below|a pay cut|nights and weekends|the lowest|a lower)|(?:sweep|clean|scrub|mop) (?:the |your )?floors?|make (?:the )?(?:coffee|tea)|beggars can't|i(?:'m| am) not (?:picky|choosy|fussy)|day and night|round the clock|seven days a week|24/7",
  craving:
    'long for|dream(?:ing)? of|keeps me going|keep me going|lowest point|hold(?:ing)? on to|cling\\w*|believe in me|(?:no|zero) cost|cost you nothing|not cost you|most loyal|look past|overlook (?:the|my)|leave the country|sent back|go home empty|nothing left|makes me (?:ill|sick|anxious|miserable)|every (?:day|hour|minute) (?:of|without|that)|each (?:day|hour|minute) (?:of|without|that)|waiting for your call|by the phone|told (?:the|my|all|everyone)|promised my|night shifts?|weekends and|happiest|make (?:me|us|my \\w+) (?:so |very )?(?:happy|proud)|without you|my visa|starting over|start over|fresh start|my luck|bad luck|so unlucky|cruel|bear(?:able)?|torture|agony|suffering|unbearable|hoping against|fingers crossed|candle|every(?:thing)? in me|with all my heart|all i (?:want|ever wanted|wish|need|think about)|nothing (?:i want|matters) more|cannot fail|someone to trust|take a chance on me|be my',
  yearning:
    'job|role|position|you|your|call|answer|letter|reply|no|chance|work|shift|somebody|someone|cv|country|neighbours|months|yes|decision|hire',
  offerSelf: "would|'d|will|'ll|willing|ready|prepared|gladly|happily|even|if necessary|if need be|can",
  rescue:
    'save (?:me|my|us|our)|saved? my life|(?:change|turn)(?: \\w+)? my (?:whole |entire )?life|life-?line|lifesaver|dream come true|lifelong dream|all my hopes|everything i (?:have|own|ever)|my (?:whole |entire )?(?:life|future|happiness|existence) (?:depends|hangs|rests|is in)|pin(?:ned|ning)? (?:all )?my hopes|(?:all|everything) (?:depends|hangs|rides|rests) on|mean(?:s)? (?:absolutely )?(?:everything|the world)|put in a (?:good|kind) word|pull (?:a few |some )?strings|do me (?:this|a|the) (?:one |small |huge |big )?favou?r|take pity|have mercy|have pity|show (?:some )?(?:mercy|compassion)|show me (?:some )?(?:mercy|kindness|compassion)|out of kindness|as a (?:human being|mother|father|parent)|from one (?:human|mother|father|parent)|kind(?:ness)? of your heart|(?:on|down on) (?:my|bended) knees|literally begging|guardian angel|godsend|be so kind as to hire',
  pleaseDont:
    "please(?:,)? (?:do not|don't|never) (?:reject|say no|turn me|forget (?:me|about me)|give up|let me down|abandon|send me away|refuse|disappoint|leave me|choose (?:someone|somebody|anyone)|give (?:it|the))|(?:please )?(?:pick|choose|hire|take|select|employ|consider) me(?: please)?[.!]*$|please,? (?:pick|choose|hire|take|select|employ) me|please (?:believe|trust) (?:in )?me|please (?:help|save|rescue) me",
  rejectedOften:
    '(?:so many|another|countless|hundreds? of|dozens of|nothing but|only|too many|\\d+|forty|fifty|sixty|eighty|a hundred|two hundred) (?:\\w+ )?(?:rejections?|refusals|applications (?:and|without|with no))|nobody (?:else )?(?:wants|will|would|gives|even)|no one (?:else )?(?:wants|will|would|gives|even)|everyone (?:else )?(?:rejects|turns|has (?:rejected|turned))|lost (?:all|every) hope|losing hope|hopeless|giving up hope|lost everything|at my age|one more rejection|another rejection',
  // Arguing
  disagree:
    "(?:can(?:not|'t)|do not|don't|could not|couldn't|am not able to|am unable to|cannot say (?:that )?i)(?: \\w+){0,2} (?:agree|share|follow|accept|understand|comprehend|see|reconcile|make sense|relate|believe|leave|let)|disagree\\w*|beg to differ|(?:hard|difficult|impossible|tough) (?:for me )?to (?:believe|accept|understand|follow|see|swallow|imagine|reconcile|take)|fail(?:s)? to (?:see|understand|grasp|convince)|struggl(?:e|ing) to (?:see|understand|accept|believe|follow|reconcile)|contest|dispute|challenge|take issue|object|(?:not|hardly|far from) (?:convinc\\w+|persuad\\w+)|unconvinc\\w+|puzzl\\w+|baffl\\w+|perplex\\w+|does not (?:add up|hold|convince|stand up)|doesn't (?:add up|hold|convince|stand up)|makes? (?:no|little) sense|illogical|incomprehensible|contradict\\w*|inconsistent|flawed|short-?sighted|hasty|premature|arbitrary|unjustified|unfounded|baseless|superficial|see (?:it|this|that|things) (?:very |quite |rather |somewhat |completely |a (?:bit|little) )?differently|of a different opinion|not (?:the )?right|wrong|incorrect|mistaken|second thoughts|too (?:hasty|quick|early|easy)|mind changed",
  rebuttal:
    "(?:your (?:letter|e-?mail|message|reply|colleague|reason)|you|they) (?:\\w+ )?(?:says?|said|writes?|wrote|claims?|claimed|states?|stated|argues?|argued|speaks?|tell me|mention(?:s|ed)?)\\b.{0,30}\\b(?:i|my) (?:lack|do not|don't|did not|am not|was not|have no|had no|am too|experience|english|skills|knowledge)|(?:lack of|too little|not enough|no|insufficient|wrong|overqualified|too) (?:\\w+ )?(?:experience|skills?|qualifications?|knowledge|practice|senior|junior|old|young|fit|motivation|english)\\?|(?:whoever|the person who|he who|she who|somebody who|anyone who) (?:\\w+ ){0,2}(?:marked|read|judged|assessed|wrote|decided|graded|interviewed|looked|rejects|turned|reviewed)|pretext|excuse|made[- ]up reason|not the real reason|real reason|we both know|you and i know|flimsy|convenient(?:ly)?|what is wrong with (?:my|me)|what was wrong with|so what (?:is|was)|warrant|give up on (?:this|me)|neither should you|not (?:ready|going|prepared|willing) to give up|not giving up|(?:is|was|has) not (?:over|the end|settled|final)|another decision|second opinion|different (?:panel|reader|person|interviewer)|someone (?:more )?senior (?:takes|decides|looks)|(?:your|the) impression (?:was|is|of me)|preferred to me|preferred over me|ahead of me|over me|instead of me|in my place|remember me|think of me then|wish you had|look(?:ed)? no further|passed (?:up|on|over)|pass up|turned away|sent away|let go|was denied|deserved|deserves|do(?:es)? not count|ought to count|worth more than|more than (?:enough|qualified)|ticked every|every (?:single )?(?:requirement|box|criterion|point)",
  ownClaim: 'i|me|my|you|your|they|candidate|who|someone|somebody|we|this',
  ifYouHad:
    '(?:if|had) you (?:had |have |really |only |actually |even |just |properly |ever )*(?:asked|looked|read|listened|given|known|seen|spent|taken|let|tested|checked|called|spoken|bothered|met|studied|considered|paid|tried|had (?:the|a)|been)',
  thenYou:
    "would(?:n't)?(?: not)?(?: surely| certainly| probably| never)? (?:have|be|know|see|understand|think)|you'd|might have|could have",
  different:
    'different\\w*|another (?:conclusion|decision|result|outcome)|otherwise|notic\\w+|seen|known|reali[sz]\\w+|chosen|hired|understood|invited|offered|recogni[sz]\\w+|discovered|found|come to|reached|right (?:person|candidate)|not (?:have )?(?:rejected|written|turned)',
  losing:
    "(?:you|your (?:company|team|firm|\\w+)|they)(?:'re|'ve|'ll)?(?: \\w+){0,3} (?:miss(?:es|ing|ed)? (?:out|a|an|the)|pass(?:ing|ed)? (?:up|on|over)|los(?:e|es|ing|t)|let(?:ting)?(?: \\w+){1,5} (?:slip|go|get away|walk)|throw(?:ing|n)? away|turn(?:ing|ed)? (?:down|away)|reject(?:ing|ed)?|depriv\\w+|robb\\w+|forgo(?:ing)?|squander\\w*)",
  talent:
    'best|talent\\w*|asset|someone who|somebody who|excellent|strong(?:est)?|great|top|finest|gem|rare|outstanding|exceptional|ideal|perfect|better|right (?:person|candidate)|real (?:opportunity|chance)|opportunity|me',
  reopen:
    '(?:talk|speak|look|think|discuss|review|go over|weigh|examine|ask|put it|evaluate|assess|judge|check|sit down|deliberate|decide|vote)(?: \\w+){0,7} (?:again|once more|one more time|a second time|anew|afresh|over)|another look|a second look|a fresh look|re-?(?:open|consider|examin|evaluat|think|assess|interview)\\w*|chang(?:e|ing) (?:your|their|his|her|the \\w+)(?: \\w+)? minds?|change of (?:mind|heart)|revers(?:e|ing)|overturn\\w*|revok\\w*|undo|revise|withdraw (?:your|the) (?:rejection|decision)|not (?:too )?late to',
  theCase:
    'decision|panel|committee|boss|manager|board|candidacy|rejection|profile|refusal|verdict|minds?|my (?:application|cv|case|papers|file|documents|test|results?|answers?)|hiring me|no',
  youSaid:
    '(?:you|they|your (?:\\w+ )?\\w+|he|she|everyone|everybody|the (?:panel|manager|team|interviewers?))(?: (?:yourself|yourselves|all|even|clearly|literally|both|specifically|himself|herself|had|have))* (?:said|told me|called|praised|agreed|confirmed|assured|admitted|wrote|loved|nodded|gave me the impression|seemed|were|was)',
  fit: 'perfect(?:ly)?|ideal|great|strong(?:est)?|excellent|the right|best|impressed|exactly|enthusiastic|delighted|convinced|looking for|went (?:so |very )?well|fit|good',
  contrast:
    'how (?:can|could|come|is|does)|why|yet|but|now|suddenly|then|nevertheless|even so|and (?:still|yet)|only to|which makes',
  outdone:
    '(?:more|better|as) (?:qualified|suitable|suited|experienced|capable|motivated|committed|skilled)|better (?:candidate|applicant|fit|match|choice|person)|(?:who|whoever|what) (?:you|could|can) (?:chose|picked|hired|have chosen|possibly)|someone (?:with )?(?:less|cheaper|younger|inferior)|the other (?:candidate|person|applicant)|overqualified|too (?:old|experienced|expensive|senior)',
  doubtful:
    "hard to|difficult to|doubt|cannot|can't|impossible|unlikely|surely|hardly|not|n't|challenge|show me|wonder|who|really|would like to (?:see|know|meet)|curious|what does|what has",
  unfair:
    'unfair\\w*|unjust\\w*|not (?:been )?(?:judged |assessed |treated |evaluated |a )?(?:fairly|objectively|fair|objective|level)|biased?|prejudice\\w*|rigged|discriminat\\w*|double standards?|favou?ritism|nepotism|stitch-?up|foregone conclusion|already (?:been )?decided (?:beforehand|in advance)|internal candidate|box-?ticking|token|never (?:really )?(?:had|stood|given) a (?:real |fair )?chance|my (?:age|accent|gender|background|origin|nationality)|(?:because of|due to|owing to|is it|not about|over) my name',
  // Ultimatums
  finality:
    "my (?:door|window|offer|patience|book|chapter|file) (?:closes|shuts|will (?:close|be closed)|is closing)|(?:after|from|as of|beyond) (?:that|then|mon\\w*|tues\\w*|wednes\\w*|thurs\\w*|fri\\w*|satur\\w*|sun\\w*|tomorrow|today|this week|next week|noon|the \\d+\\w*),? (?:on,? )?(?:i (?:shall|will|am|can|stop|withdraw|move)|i'll|i'm|you (?:will|can|need)|my|there (?:will|is)|it (?:is|will))|(?:settle|resolve|sort|clear|finish|fix|close) (?:this|it|that|matters)(?: \\w+)? (?:by|before|this|today|now|until|within)|and then i(?:'m| am) (?:gone|off|out)(?=[.!,]|$)|either you\\b.{0,60}\\bor (?:you|i|we)\\b|part ways|part company|go our separate|parting of|no (?:contract|answer|decision|reply|offer|call|raise|news)(?: \\w+){0,4},? (?:no|then no|and i|means|will mean)|(?:last|final) (?:courtesy|kindness|gesture|concession|favou?r)|third part(?:y|ies)|need not (?:involve|take|go|turn|bring)|time is not on|time is against|(?:clock|time) is (?:ticking|running|not)|this (?:conversation|discussion|matter|chapter) is (?:finished|over|closed|done)|count me out|keep a record|kept a record|document(?:ed|ing)? everything|every(?:thing)? (?:in writing|on record|on file)|have (?:it )?(?:all )?in writing|read with interest|local paper|my story|a story (?:for|like)|go public|attention of|brought to the attention|be held (?:to|responsible|accountable)|hold you (?:to|responsible|accountable)|price to pay|consequences|you have been warned|mark my words|do not say i|don't say i|(?:it is|it's|now) your (?:move|turn)|ball is in|last (?:one )?to (?:know|decide)|up to you now|make up your|act before|or not at all|today or never|my terms|my conditions?|non-negotiable|no room for|not negotiable|or nothing",
  addressed: 'you|your|i|me|my|we|us',
  myself:
    'i (?:shall|will) (?:be (?:travelling|away|back|free|available|happy|glad|reachable|on holiday)|gladly|of course|happily|send|bring|let you)|i am (?:free|available|away|travelling|on holiday|back|reachable)|i can (?:be reached|start|come)|happy|glad|your terms|accept|consequences of|to (?:learn|teach)|in writing (?:as|so)|my story about|summary|minutes|documented (?:the|our)|training',
  outcomeQuestion:
    'how it (?:turned out|went|ended)|how (?:did|have) i (?:do|done|perform|fare)|(?:have|did|has|am|was) i (?:\\w+ )?(?:made?|make|reach(?:ed)?|get|got(?:ten)?|in|on|through|still|selected|chosen|passed?|pass)(?: \\w+){0,3} (?:short-?list|cut|list|next round|race|running|job|final)|has (?:the|your) (?:committee|panel|board|team|jury) (?:\\w+ )?(?:met|decided|voted|sat|spoken|discussed)|what did (?:it|they|he|she|the \\w+) (?:say|think|decide)|which way (?:it|you|the)|leaning|tell me (?:already|anything|something|the result)|(?:good|bad) news',
  noLonger:
    "(?:not|no)(?: (?:a|one|another|single))*(?: (?:day|minute|hour|moment|second))? (?:longer|later|more)(?= (?:than that|after)|[.!,]|$)|and (?:that is|that's|then) it|at the (?:very |absolute )?latest|after which|after that i|beyond that|past that",
  myOffer:
    'my (?:offer|availability|application|candidacy|invitation|patience|goodwill|interest|time|proposal)|the offer of my|offer to (?:join|work)',
  ends: 'ends?|expires?|lapses?|closes?|is off|ceases?|stands? (?:only )?until|valid until|runs? out|off the table|no longer (?:stand|valid|on)|has its limits|limited|up for grabs|shelf life|void',
  hold: 'hold|keep|remain|stay|available|free|wait|hold off|reserved?|open|stall|put off|string',
  until: `until|till|up to|by|before|beyond|than|for (?:another|one more|two more|a few more)`,
  whenLimit: `${DAY}|tomorrow|today|tonight|noon|midday|midnight|(?:this|next|the) (?:week|month|weekend|afternoon|evening)|\\d+(?:st|nd|rd|th)?|end of|close of|hours?|days?|weeks?|christmas|january|february|march|april|may|june|july|august|september|october|november|december`,
  hateTo:
    "would hate|hate (?:for|to (?:have|see))|pity (?:if|should)|shame (?:if|should)|unfortunate (?:if|should|for)|regrettable (?:if|should)|(?:would|do) not (?:want|like) to have to|rather not (?:have to|be forced)|reluctant|don't make me|do not make me|be careful|bear in mind|keep in mind|think (?:carefully|hard|twice)|imagine what|wonder what|i am sure (?:your|the)|would not look|wouldn't look|not look good|reflect on|might want to|may want to|be interested to|you may be aware|remember that|have to (?:share|tell|warn|write|inform|let|make|post)|happy to (?:share|tell|let)|will (?:be sure|make sure|certainly|gladly|happily|definitely) (?:to )?|sure to",
  publicity:
    'glassdoor|kununu|indeed|trustpilot|linkedin|twitter|facebook|instagram|tiktok|social media|the press|media|newspapers?|journalists?|reviews?|online|public(?:ly)?|my (?:\\w+ )?(?:network|followers|audience|friends|former colleagues|classmates|fellow)|community|word (?:gets|got|spreads|might|will|travels|of)|reputation|the industry|small (?:world|industry|town)|blog|alumni|other (?:applicants|candidates|developers|people)|your (?:competitors|customers|clients|investors|shareholders)|people talk',
  report:
    'post(?:ing|ed)?|publish\\w*|rat(?:e|ing)|leav(?:e|ing)|writ(?:e|ing)|tell(?:ing)?|shar(?:e|ing)|report(?:ing)?|warn(?:ing)?|spread(?:ing)?|expos(?:e|ing)|name|make|know|learn(?:s|ed|t)?|hear|find out|aware',
  experience:
    'experience|how (?:i|you|candidates|applicants|people|this|your)|treat\\w*|happened|what (?:i|you|it|your)|about (?:this|you|your|it|my)|the way|this (?:process|matter|affair|case)|avoid|stay away|think twice',
  authority:
    'lawyers?|solicitors?|attorneys?|legal (?:\\w+ )?(?:counsel|advisers?|advisors?|team|insurance|action|steps|advice|consequences|proceedings|position|rights?)|union|tribunal|ombudsman|works council|court|equality (?:body|commission|act)|anti-?discrimination|regulator|authorities|(?:your |the )?(?:chief executive|ceo|managing director|board|superiors?|supervisor|boss|senior management|head office|headquarters|shareholders)|data protection (?:authority|officer|request)|gdpr|your (?:line )?manager|above you|over your head|higher up',
  turnTo:
    'advis\\w+|consult\\w*|involv\\w*|complain\\w*|tak(?:e|ing|en)|turn(?:ing)? to|hear from|in touch|fil(?:e|ing)|bring(?:ing)?|pass(?:ing)? (?:this|it|on)|consider(?:ing)?|rais(?:e|ing)|escalat\\w+|report(?:ing)?|go(?:ing)? (?:to|over)|approach(?:ing)?|address(?:ing)?|copy(?:ing)?|forward(?:ing)?|contact(?:ing)?|writ(?:e|ing)|inform(?:ing)?|explor\\w+|review\\w*|what (?:your|the)|know about',
  threat:
    "if|unless|should i|or|otherwise|forced|have to|will|shall|next step|going to|about to|reserve|right to|perhaps i should|maybe i should|thinking of|tempted|intend|don't make|prepared to|not hesitate|happy to",
  lawWork:
    'as a (?:lawyer|solicitor|attorney)|law firm|legal team|training|degree|experience|worked|work with|my union work|our|report(?:ed|ing)? to the|reported|presented|presentation|explained to|thesis|court records|project|please|thank\\w*',
  pay: 'salary|pay|money|raise|per cent|percent|\\d+ ?%|package|bonus|compensation|euros?|pounds|figure|number',
  noDeal:
    "no (?:deal|point|need|further|reason|use)|need not|needn't|forget (?:it|me|about)|i am out|i'm out|walk(?: away)?|not (?:talk|continue|interested|sign|start|join|come|waste|bother|get out)|won't (?:be )?(?:talk|continue|interested|sign|start|join|com)\\w*|elsewhere|the end|end of (?:story|discussion)|nothing (?:more|further|else) to (?:discuss|talk|say)|conversation is over|we are done|we're done|goodbye",
  condition: 'if|unless|should|in case|otherwise|or else|failing|without|in the absence of|absent|once|as long as',
  consequence:
    "consider (?:my|the|this|it|yourself)|closed|withdraw\\w*|elsewhere|off the table|done|draw my (?:own )?conclusions?|my own conclusions|take (?:further )?(?:steps|action|measures|my (?:business|skills|talent))|consequences|move on|sign|regard|deem|void|lost me|lose me|forget (?:it|me|about me)|cancel|treat (?:it|this|my|the)|count me out|i am out|i'm out|look (?:around|for)|give (?:it|the|my) (?:to|place|slot)|goodbye|say yes to|go with",
  silence:
    "(?:not|n't|no|never|nothing)(?: \\w+){0,5} (?:hear|heard|reply|replied|response|answer\\w*|decision|decide[d]?|word|news|back|respond\\w*|receive[d]?|call\\w*|contract|commit\\w*|confirm\\w*|agree\\w*|happen\\w*|come|came|clarity)|silence|(?:hear|get|receive|is|there is|comes?) nothing|do not|don't",
  wellAdvised:
    "i (?:strongly |would strongly |can only |would |urgently )*(?:suggest|advise|recommend|urge)(?: that)? you|you(?:'d| would| had)? (?:do well|be wise|be well advised|better|be (?:foolish|unwise|mad|crazy))|in your (?:own |best )+interests?|(?:it is|it's|would be|lies) in your interest|act (?:fast|quickly|now|soon)|move (?:fast|quickly)|don't wait too long|do not wait too long|first come,? first served|before it is too late|before it's too late|before someone else|before somebody else|while i am still|while you still can|still have the chance|window is closing|snooze you lose|strike while",
  deadline:
    "i (?:really |urgently |now |simply |do )*(?:need|require|expect|want|must have|would need|will need)|i(?:'ll| will) need|please (?:decide|answer|reply|respond|confirm|let me know|make|give me|commit|come back)|kindly (?:decide|answer|reply|respond|confirm)|be so good as to|i trust (?:that )?(?:you|i) will|see to it|make sure|decide|latest by|no later than",
  onePlease:
    'thank you for|happy to|glad to|i will send|i can send|whenever|if possible|possible|if you can|if that|no hurry|in order to book|so that i can book|form|homework|task|material|attachment|link|document|address|number of|room|visa|train|ticket|take your time|from me|my answer',
  // Day after day
  nthMessage: `(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|\\d+(?:nd|rd|th)) (?:\\w+ )?${MESSAGE}|(?:another|yet another|again an?) ${MESSAGE}`,
  shortSpan: `since (?:${DAY}|yesterday|the weekend|this morning|our)|this (?:week|morning|afternoon)|today|tonight|in as many days|within|in (?:two|three|four|five|a few|\\d) (?:days|hours)|in a row|hours? (?:ago|after|later)|an hour|yesterday|last night`,
  checking:
    'check(?:ed|ing|s)?|refresh(?:ed|ing|es)?|look(?:ed|ing)?|star(?:e|ed|ing)|watch(?:ed|ing)?|glued|carry my phone|jump(?:ed|ing)?|sit(?:ting)? by|wait(?:ed|ing)? by|call(?:ed|ing)?|writ(?:e|ing)|wrote|tr(?:y|ied|ying)|ring(?:ing)?|rang|e-?mail(?:ed|ing)?|messag(?:ed|ing)|knock(?:ing)?|come by|drop in|stand (?:at|in)|get in touch|remind(?:ing)?|ask(?:ing)?|nudg(?:e|ing)|pester(?:ing)?|back',
  inbox: 'inbox|mailbox|phone|mail|e-?mails?|post|spam|you|your|someone|somebody|reception|office|answer|reply|news',
  constantly:
    'every (?:\\w+ )?(?:day|hour|morning|evening|minutes?|half hour|few (?:minutes|hours))|hourly|constantly|all day|all the time|non-?stop|permanently|daily|by the hour|day (?:and|after|in)|day out|each (?:day|morning)|twice (?:a|per|today)|three times (?:a|today)|several times (?:a|today)|and again|(?:again )?tomorrow(?:,)? (?:and|the day)|the day after(?: tomorrow)?|as often as|as long as it takes|until (?:someone|somebody|you|i (?:hear|get|have|receive))|not (?:stop|give up|rest)|keep (?:calling|writing|asking|trying|ringing|e-?mailing)',
  dailyWork:
    'customers?|clients?|users?|patients?|stand-?ups?|newsletter|reports?|your (?:team|shop|day)|colleagues|at work|project|code|the data|tests?|bus|train',
  // Offers elsewhere
  elsewhere:
    'another (?:\\w+ )?(?:company|firm|employer|organi[sz]ation|party|place|house|team|start-?up|offer|role|position|contract)|other (?:\\w+ )?(?:companies|firms|employers|parties|options?|opportunit(?:y|ies)|irons|offers?|organi[sz]ations|applications|conversations|suitors|places|interviews|doors|people|teams|interested)|elsewhere|competitors?|rivals?|competition|different (?:company|employer|firm)|on the market|the (?:job )?market|head-?hunters?|recruiters|third part(?:y|ies)|(?:several|two|three|four|a couple of|a few|multiple|various) (?:\\w+ )?(?:companies|firms|employers|places|organi[sz]ations|recruiters|head-?hunters|start-?ups|options|offers|contracts|parties|teams)|alternatives?|(?:bigger|larger|well[- ]known|big) (?:\\w+ )?(?:company|firm|name|player|employer)|your neighbou?rs?|across (?:the road|town)|someone else|somebody else',
  courting:
    'offers?|offered|contracts?|packages?|keen|interest(?:ed)? in (?:me|my|hiring)|(?:considerable|great|strong|serious|much|lot of|a good deal of) interest|in demand|sought[- ]after|court(?:ing|ed)|fight(?:ing)? over|chasing me|after me|poach\\w*|final (?:stages?|rounds?|interviews?|talks|phase)|advanced (?:stages?|talks|discussions)|last (?:round|stage)|wait(?:s|ing) for (?:me|my)|waiting|my (?:answer|decision|signature|reply|commitment|yes)|commit|sign(?:ed|ing)?|say yes|approached (?:me)?|approach(?:es|ing)? me|terms|on the table|hir(?:e|ing) me|want(?:s|ed)? (?:me|to hire)|snap(?:ped)?|eager|press(?:ing|ed)|push(?:ing|ed)|knock(?:ing)?|lined up|in the pipeline|in the fire|in play|willing to pay|ready to (?:hire|take|sign|pay)|pay(?:s|ing)? more|moving (?:faster|quickly|ahead)|move(?:s|d)? (?:faster|quickly|ahead)|faster|quicker|verbal(?:ly)?|expect(?:s|ing)? (?:an?|to receive|my)|happy to have me|good feeling|very interested|showing interest|decid(?:e|ed|ing)|give (?:them|another)|options?|opportunit(?:y|ies)|open to me',
  wooed:
    "(?:not|n't) the only (?:one|ones|company|firm|people|employer)|(?:would|will|could|can|wants? to|want to|keen to|happy to|ready to|glad to|like to|love to|is about to|are about to|hoping to|trying to|tried to) (?:take|hire|have|employ|snap|grab|sign|get|poach|recruit) me|(?:asked|invited|urged|begged|pressed|wants?|want|approached|contacted|called|rang|encouraged) me (?:to (?:start|join|sign|come|begin|work|lead|commit)|about (?:a|another) (?:job|role|position))|short-?listed (?:at|by|elsewhere|with)|(?:weigh|juggl|compar|consider|sort|balanc|look)\\w* (?:\\w+ )?(?:several|two|three|various|other|multiple|different|my|some|between|at|through) ?(?:\\w+ )?(?:proposals|offers|options|contracts|opportunities)|(?:full of|many|several|some|two|three|other|a few|attractive|tempting|concrete|serious|firm) (?:\\w+ )?(?:proposals|suitors|bidders|takers|prospects)|make a move|making a move|move for me|first come|beat you to|got there first|get there first|quicker than you|ahead of you|elsewhere (?:they|people|i am|i'm|i could)|could (?:start|sign|begin) (?:tomorrow|today|elsewhere|anywhere|next week|somewhere)|in (?:my|the) (?:drawer|pocket|hand|bag)|not (?:desperate|dependent) (?:for|on)|other (?:fish|plans|people)|do not (?:have to|need to) wait for you|don't (?:have to|need to) wait for you|(?:company|firm|bank|start-?up|university|agency|consultancy|hospital|bureau|studio|corporation|group|employer) (?:in|from|near|next|down|across|around)(?: the| \\w+){1,3} (?:would|wants|has|is|offers|pays|called|keeps)",
  notCourted:
    'withdraw\\w*|i have decided|decided (?:on|for|to take|to accept)|accepted|have chosen|in my (?:last|previous|present|current|first)|at my (?:last|previous|present|current)|customers?|clients?|suppliers?|we|used to|worked|your (?:offer|tools?|product|market|competitors)|no other|not (?:in|have|looking|applied)|regardless|the task|case study|you (?:have|found|chose|decided|hired|selected|offered|mentioned|told)|read|article|learned|learnt|i (?:signed|offered|approached)|chosen|if (?:you|the team) (?:choose|decide|prefer)|should you (?:choose|decide|prefer)|glad that|wish|someone else for|colleague|volunteer\\w*|referees?|reference|alternative (?:date|time|slot)s?|two alternatives|as an alternative|or alternative|slots?|dates?',
  sought:
    "(?:my (?:profile|skills|expertise|experience|kind of profile|phone)|i am|i'm|people like me|candidates like me|(?:engineers|developers|nurses|specialists|people) (?:like me|with my)|someone (?:like me|with my))(?: \\w+){0,5} (?:in (?:great |high |some |very high )?demand|sought[- ]after|popular|rare|hard to (?:find|come by)|ringing|snapped up)|(?:not|n't)(?: \\w+){0,4} (?:on the market|available|free|around|single)(?: \\w+){0,2} (?:for )?(?:very |much )?long(?:er)?|(?:not|never) short of (?:offers|options|alternatives|interest)|spoilt for choice|no shortage of (?:offers|options|interest|alternatives)|taken my pick|my pick of|can choose (?:where|between|my)|have (?:the|a) choice (?:of|between)|keep(?:ing)? my options open|(?:plenty|lots|a number) of (?:options|offers|alternatives|interest)|irons in the fire|doors are open to me|am being (?:courted|approached|head-?hunted)|get (?:calls|approached|messages) (?:from|by) (?:recruiters|head-?hunters)",
};

/** Stances in English, by kind. */
export const ENGLISH_STANCES = {
  rude: stances(IDEAS, [
    '=contempt - sorry - atWork',
    'praise + worst - sorry - atWork',
    'praise + failing + them|mine - sorry - atWork - accept',
    '=thanYou + wits + surprise|wits - thanks - accept - atWork',
    '=incapable',
    '=absurd + them|you|me - thanks - accept',
  ]),
  irritated: stances(IDEAS, [
    'surprise + them + none + reply|treat|slight - thanks - accept - sorry - atWork',
    '=suspicion + slight|none|reply + them|mine - thanks - accept - sorry - atWork',
    '=suspicion + hurt + me - atWork - thanks',
    'wonder + any + message|reply|mine - thanks - sorry - atWork',
    '=evidently + them|mine + notWorth|lost|hurt - thanks - sorry - atWork',
    '=evidently + me + notWorth - thanks - sorry - atWork',
    'asYouKnow + time|promised|reply - thanks - attach - accept - atWork',
    '=perMy + reply|again|time|ask|them - attach - thanks - atWork',
    'reminder + again + lost|evidently|manyMessages - thanks - accept - attach - atWork',
    'manyMessages + lost - thanks - attach - atWork - sorry',
    '=treat + people + likeThis + them|me - thanks - accept - atWork',
    'hurt + feel + me - atWork - thanks - accept',
    'sour - atWork - thanks',
    'tooMuch + reply|treat|message|shortTime - atWork - thanks - accept',
    'usual + them|? - atWork - thanks',
    '=hardSilence + them|time|me - atWork - accept - sorry',
    'straight + nobody|none|? - thanks - atWork',
    '=soLong + baffled|?|them - atWork - thanks - accept - sorry - attach',
    'inReturn + sacrifice|treat + me - atWork - thanks',
    '=either + mine|message|reply + orYou + none|slight|lost - attach - accept',
    'ifIWorked + fired',
    'busyToo + busy + them - accept',
    'notTooBusy + reply|slight - accept - attach',
    'honest + complaint + theirs|them - accept - atWork - sorry',
    'complaint + theirs + surprise|shouldHave|feel - accept - atWork - thanks - sorry',
    '=stillNot + shouldHave|honest|manyMessages|promised - accept - sorry - atWork',
    'shouldHave + reply + none|slight - accept - thanks - atWork - sorry - attach',
    'promised + you + reply >> nowIs',
    '=rhetorical + grievance + ? - thanks - accept - atWork - sorry - attach',
    '=norm + conduct + you|me|them - accept - atWork - thanks - sorry',
    '=wounded + occasion + me|you - accept - atWork - thanks - sorry - attach',
    '=shortTime + wouldTake - accept - atWork - thanks',
    'ohWell - accept - thanks - atWork',
  ]),
  pleading: stances(IDEAS, [
    '=lostWithout + job|condition|hardship|time - atWork - thanks',
    'emotion + job|decision|reply + me - atWork - thanks - accept',
    'hardship + direNeed + me - helpThem - atWork - thanks',
    'anything + offerSelf + me - atWork - thanks - helpThem',
    '=rescue - atWork - thanks',
    '=pleaseDont',
    '=craving + yearning + me - accept - atWork - thanks - helpThem',
    '=rejectedOften + me|them - atWork - accept',
  ]),
  arguing: stances(IDEAS, [
    '=disagree + decision + you|me|them - atWork - sorry - respects',
    '=rebuttal + ownClaim - respects - accept - atWork - thanks - sorry',
    'ifYouHad + thenYou + different - thanks',
    'losing + talent - atWork - thanks - accept',
    'reopen + theCase + you|them - atWork - meAgain',
    'youSaid + fit + contrast + you|me - atWork - thanks - accept',
    '=outdone + doubtful + you|me|them - atWork - respects - accept',
    'unfair + you|me|them|theirs - atWork - respects',
  ]),
  ultimatum: stances(IDEAS, [
    '=noLonger + hold + until - atWork - accept',
    '=finality + addressed - atWork - thanks - accept - myself - onePlease',
    'myOffer + ends - atWork - thanks',
    'hateTo + publicity + experience|report - atWork - thanks',
    'publicity + report + experience + threat - atWork - thanks - saw',
    'authority + turnTo + threat|you - lawWork - atWork - accept',
    'condition + pay + noDeal - atWork - accept',
    'condition + silence + consequence + me - accept - onePlease - atWork',
    'wellAdvised - accept - onePlease - atWork - thanks',
    'deadline + reply|decision + whenLimit + until - onePlease - accept - atWork - thanks',
  ]),
  daily: stances(IDEAS, [
    'nthMessage + shortSpan + me - dailyWork - thanks',
    'checking + inbox + constantly + me - dailyWork - thanks',
  ]),
  offer: stances(IDEAS, ['elsewhere + courting + me - notCourted', 'wooed + me|you - notCourted', 'sought - atWork']),
  asksOutcome: stances(IDEAS, ['=outcomeQuestion + ? - accept']),
};
