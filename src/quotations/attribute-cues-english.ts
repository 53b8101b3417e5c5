/** The words of English reported speech. */
import { type Tongue, type VerbSense, genders, listed, phrases } from './attribute-cues.js';

/** Regular verbs that report words wherever they stand; `forms` bends them. */
const STRONG = `
  acknowledge add admit advise affirm allege announce answer argue assert assure attest boast brag call
  caution charge claim clarify comment complain concede conclude condemn confess confirm contend counter criticize criticise
  declare decry demand denounce deny deride describe disclose dub ejaculate elaborate emphasize emphasise estimate exclaim explain
  express gripe gush hail hint imply inform insist instruct interject interrupt joke lament label lambaste mention mock muse
  murmur mutter note object observe opine plead pledge point portray praise preach predict proclaim promise pronounce
  protest quip rail rant reaffirm reason recall recount refer reiterate remark remind repeat reply report request respond retort
  reveal scoff scold shout shriek slam snap sneer speculate state stipulate stress suggest surmise taunt testify thunder
  tease tout trumpet tweet retweet post underline underscore urge volunteer vow warn whisper yell scream holler bellow bark
  blast bemoan bewail characterize characterise confide denigrate dismiss profess proffer promulgate rebuke reassure
  recommend refute ridicule summarize summarise summarise term threaten venture vouch wail whine enthuse pronounce propose
  email text message chant address maintain rebut theorize theorise philosophize specify deem brand accuse blame hashtag caption
  hypothesize relay sympathize sympathise marvel rave fume intone chide chirp coo croon deadpan drawl grouse grumble grunt
  guffaw hiss howl plead pontificate prod quibble roar squeal stammer stutter sputter swear crow cheer sign
`;

const WEAK = `
  agree apologize apologise applaud attack believe continue cry defend disagree echo beam react retaliate
  fear guess grin groan hope imagine indicate laugh liken nod offer pause
  press prompt push question reflect regret reject rip scowl shrug sigh smile start tackle thank wonder worry
  blog chuckle gesture pray jibe parry advocate appeal assess admonish
  challenge champion commend congratulate consider credit depict
  endorse envision exhort fault forecast greet highlight judge lecture
  oppose paint quiz recite salute support toast vent vilify welcome
  chastise castigate excoriate savage lash pillory narrate nudge moan
  cheer sign record welcome find swear bristle erupt interrupt bill
`;

const IRREGULAR_STRONG = `
  say says said saying find finds found tell tells told telling write writes wrote written writing swear swears swore sworn swearing
  foretell foretold read reads
`;
const IRREGULAR_WEAK = `
  think thinks thought thinking feel feels felt feeling go goes went speak speaks spoke speaking put puts putting
  sing sings sang sung singing shoot shoots shot shooting hit hits hitting fire fires fired firing sum summed chime chimed chiming
  lash lashed lashing pen penned broke begin begins began beginning understand understood
`;
const ASKING =
  'ask asks asked asking inquire inquires inquired enquire enquired enquires query queries queried press pressed question questioned questions quiz quizzed';
const QUOTING =
  'quote quotes quoted quoting cite cites cited citing paraphrase paraphrased paraphrasing misquoted overheard';

/** s-form, past and -ing of a regular English verb. */
function forms(base: string): readonly [string, string, string, string] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|x|ch|sh)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  if (
    /(?:quip|brag|dub|slam|snap|nod|grin|fir|rip|blog|prod|chat|admit|refer|commit|submit|concur|prefer|confer|rebut|forget)$/.test(
      base,
    )
  ) {
    return [base, third, `${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`];
  }
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  return [base, third, past, base.endsWith('ee') ? `${base}ing` : `${stem}ing`];
}

/** The table of verbs, and those of their forms that have no subject of their own. */
function englishVerbs(): { readonly verbs: ReadonlyMap<string, VerbSense>; readonly participles: ReadonlySet<string> } {
  const verbs = new Map<string, VerbSense>();
  const participles = new Set(
    listed(
      'saying telling writing asking reading citing quoting sighing laughing continuing explaining tweeting posting arguing',
    ),
  );
  for (const [bases, strong] of [
    [WEAK, false],
    [STRONG, true],
  ] as const) {
    for (const base of listed(bases)) {
      const [plain, third, past, ing] = forms(base);
      verbs.set(plain, { strong, plain: true });
      for (const form of [third, past, ing]) verbs.set(form, { strong });
      participles.add(ing);
    }
  }
  for (const form of listed(IRREGULAR_WEAK)) verbs.set(form, { strong: false });
  for (const form of listed(IRREGULAR_STRONG)) verbs.set(form, { strong: true });
  for (const form of listed('say tell write swear think feel go speak sing shoot fire')) {
    verbs.set(form, { ...verbs.get(form)!, plain: true });
  }
  for (const form of listed(ASKING)) verbs.set(form, { strong: true, asks: true });
  for (const form of listed(QUOTING)) verbs.set(form, { strong: true, quotes: true });
  for (const form of participles) verbs.set(form, { strong: true, ...verbs.get(form) });
  return { verbs, participles };
}

export const ENGLISH: Tongue = {
  code: 'en',
  ...englishVerbs(),
  according: phrases(
    'according to|in the words of|in a statement from|in a statement by|in a statement issued by|in a letter from|in the opinion of|in the view of',
  ),
  accordingAfter: new Set(),
  speechNouns: listed(`
    statement statements claim claims term phrase word doubt doubts remark remarks comment comments words assertion assertions declaration announcement
    speech address letter tweet tweets post posts message email memo testimony promise promises pledge vow warning warnings
    accusation accusations allegation allegations description characterization characterisation call calls suggestion
    argument contention response reply answer question questions admission denial boast complaint criticism
    praise threat threats insistence acknowledgment acknowledgement belief opinion reference apology plea demand
    interview article essay op-ed column book memoir slogan motto mantra refrain quip joke line phrase quote quotes conclusion view
    note release tirade rant confession proclamation prediction explanation observation assessment report ruling
    opinion dissent lyrics song caption headline sign banner rallying urging
  `),
  pronouns: genders('he:m she:f they:p it:n i:i we:p who:r'),
  relatives: listed('who which whom whose that'),
  determiners: listed(
    'the a an this that these those his her its their our my your one some many several two three four five six seven eight nine ten both another other each any most few all no every such numerous dozens hundreds',
  ),
  links: listed(
    'of for from at in with on to by behind near under within against about among around familiar close during following throughout upon via like unlike despite beyond besides alongside across over up off into onto toward towards between through without outside inside above below beneath beside amid around',
  ),
  conjunctions: listed('and or but nor yet then plus'),
  clauses: listed(
    'that because when while as if after before since although though whether until unless where whereas so than once what how why whereby amid despite',
  ),
  fillers: listed(`
    has have had is was are were be been being did does do would will could may might must should can also then later now
    still again once never not always often sometimes already just even only soon first recently reportedly initially
    subsequently famously further merely simply reported repeatedly publicly privately previously allegedly instead
    in-turn meanwhile however though too afterwards afterward earlier today yesterday tonight
    quickly sarcastically bluntly jokingly himself herself themselves itself both all each back really
    've 's 'd n't cannot 'll 're long since ever quite rather specifically essentially
    wryly dryly angrily flatly matter-of-factly proudly quietly rightly wrongly correctly incorrectly
  `),
  otherVerbs: listed(`
    is are was were be been being has have had having do does did will would can could may might must shall should cannot
    won lost met held took gave came went got left sat stood ran led sent found built kept became brought bought fought
    plan plans planned want wants wanted need needs needed try tries tried seek seeks sought visit visited arrived arrives
    won't don't didn't doesn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't can't shouldn't
    died killed arrested attended attacked beat faces faced follows followed helped hopes joined known led lives
    lived made makes making meets moved named nominated owns paid plays played received refused resigned
    runs seems seemed shows spent serves served signed spoke stands started supports supported takes thinks thought
    turned used uses voted wants watched wears works worked
  `),
  passives: listed('is was are were be been being gets got'),
  by: listed('by'),
  times: listed(`
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight
    morning afternoon evening night week month year weekend day days hours minutes weeks months years earlier later ago
    last this next late early noon midnight past a.m p.m spring summer fall autumn winter midday
  `),
  roles: listed(`
    man woman boy girl people person official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister ministers
    president premier prime-minister chancellor secretary governor governors senator senators representative representatives
    congressman congresswoman congressmen lawmaker lawmakers legislator legislators mayor mayors ambassador envoy diplomat diplomats general
    colonel commander chief chiefs chairman chairwoman chairperson chair director directors leader leaders head boss manager
    managers strategist strategists adviser advisers advisor advisors aide aides analyst analysts expert experts professor professors
    economist economists historian historians author authors writer writers columnist columnists reporter reporters commenter commenters journalist
    journalists editor editors correspondent host hosts co-host anchor moderator pundit pundits commentator lawyer lawyers attorney attorneys judge
    judges justice justices prosecutor prosecutors detective officer officers sheriff deputy trooper teacher teachers student students
    parent parents mother father mom dad wife husband son daughter brother sister friend friends neighbor neighbors neighbour
    resident residents voter voters supporter supporters critic critics protester protesters protestor activist
    activists organizer organizers candidate candidates nominee rival rivals opponent opponents owner owners executive
    executives founder co-founder investor investors trader traders worker workers farmer farmers doctor doctors physician nurse
    scientist scientists researcher researchers survivor witness witnesses source sources member members delegate
    delegates veteran veterans soldier soldiers king queen prince princess pope bishop archbishop priest pastor reverend rabbi imam
    actor actress singer star musician rapper comedian comic coach player captain champion billionaire mogul businessman businesswoman
    tycoon republican republicans democrat democrats conservative conservatives liberal liberals insider insiders
    operative operatives pollster pollsters consultant consultants donor donors blogger activist negotiator negotiators
    observer observers prosecutor counsel investigator investigators scholar scholars fellow specialist specialists
    immigrant immigrants migrant refugee refugees citizen citizens american americans worker staffer staffers
    staff volunteer volunteers participant participants attendee attendees caller passenger passengers customer customers
    vice-president vice president-elect lieutenant inspector superintendent magistrate mp mps peer councillor councilor councilman councilwoman
    commissioner treasurer solicitor barrister principal dean provost emeritus theorist psychologist psychiatrist biologist
    physicist chemist engineer developer designer artist artists painter novelist poet filmmaker producer screenwriter
    photographer driver pilot guard guards inmate prisoner victim victims relative relatives cousin uncle aunt grandfather
    grandmother nephew niece son-in-law daughter-in-law widow fiancé girlfriend boyfriend partner partners colleague colleagues
    predecessor successor interviewer questioner heckler fan fans follower followers user users tourist guest guests
    speaker speakers whip leader senator-elect frontrunner front-runner hopeful contender real-estate frontman
    demonstrator demonstrators dissident rebel rebels militant militants fighter fighters terrorist gunman suspect
    defendant plaintiff juror jurors eyewitness biographer publisher translator interpreter
    counterpart counterparts mediator mediators envoys arbiter rapporteur chancellor harbourmaster ombudsman backbencher backbenchers taoiseach tánaiste contractor landlord tenant entrepreneur banker bankers broker accountant auditor regulator regulators
    firefighter firefighters paramedic medic surgeon psychologist therapist counselor counsellor
    scientist climatologist ecologist virologist epidemiologist mathematician philosopher sociologist anthropologist
    teenager youth child children kid kids elder elders chief-of-staff one others many some everyone nobody
  `),
  femaleRoles: listed(
    'woman girl spokeswoman congresswoman chairwoman mother mom wife daughter sister queen princess actress businesswoman councilwoman grandmother aunt niece widow girlfriend',
  ),
  roleEnds: ['man', 'woman', 'ist', 'logist'],
  bodies: listed(`
    ministry government department agency office campaign committee council commission court police army military navy
    company firm bank party union group groups organization organisation association administration embassy university
    institute newspaper paper magazine network channel station board team club church parliament congress senate house
    cabinet coalition authority authorities airline foundation fund nonprofit charity center centre think-tank newsroom
    outlet outlets media press corporation federation league alliance bureau service publication website site
    administration regime judiciary tribunal watchdog regulator consortium caucus camp delegation presidency
    secretariat institution school college hospital prosecutors headquarters
  `),
  bodyEnds: [],
  documents: listed(`
    statement report letter email e-mail memo message tweet tweets post readout communique communiqué bulletin resolution
    document documents filing lawsuit complaint indictment ruling decision ad advertisement article editorial book survey study poll
    sign signs banner poster transcript release note text caption headline slogan op-ed column story
    petition motion brief treaty agreement accord declaration constitution law bill order directive notice warrant
    affidavit memoir manifesto platform summary draft log diary cable dispatch billboard t-shirt shirt hat placard
    website page video commercial spot voice-over narrator inscription label flyer brochure pamphlet newsletter plaque
    subpoena invitation questionnaire script lyrics chorus verse proverb rule rules policy guidelines
  `),
  honorifics: genders(
    'mr:m mrs:f ms:f miss:f dr: prof: sir:m dame:f lord:m lady:f mx: messrs:p mr.:m mrs.:f ms.:f dr.: prof.: rev.: hon.: st.:',
  ),
  particles: listed('de la del della di da dos das du van von der den ter ten bin ibn al el abu ben le y e af zu zur'),
  notNames: listed(`
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december
    republican democratic democrat russian american british ukrainian chinese french german israeli iranian european
    english spanish italian japanese korean turkish syrian iraqi indian pakistani mexican canadian australian african asian
    arab muslim christian jewish catholic western eastern northern southern god internet islamic latino hispanic
  `),
  elides: false,
  capitalNouns: false,
  freeOrder: false,
  dropsSubject: false,
  inflects: false,
};
