/** The words of speaker labels in many languages: who asks, who answers, who chairs, and what looks like a label and is none. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s*\n\s*|\s*·\s*/));

/** Labels of somebody who asks and has no name. Small letters, no points. */
export const ASKERS = set(`
  q · question · questions · questioner · journalist · journalists · reporter · reporters · interviewer · press · media
  member of the press · member of the media · correspondent · unidentified reporter · unknown reporter · unidentified questioner
  audience · audience member · audience question · member of the audience · caller · question from the floor · student
  followup · follow-up · supplementary · unidentified journalist · presenter · compere · host · interlocutor
  вопрос · вопросы · журналист · журналистка · корреспондент · корр · ведущий · ведущая · вопрос из зала
  запитання · питання · кореспондент · журналіст · журналістка · ведуча
  frage · zusatzfrage · zusatz · nachfrage · journalistin · reporterin · moderatorenfrage
  journaliste · intervieweur · le journaliste · la journaliste · correspondant
  pregunta · periodista · entrevistador · entrevistadora · reportero · reportera
  pergunta · jornalista · domanda · giornalista · giornalisti · vraag · verslaggever · journaliste
  pytanie · dziennikarz · dziennikarka · otázka · novinář · novinar · pitanje · novinarka · въпрос · питање · soru · muhabir · kérdés · újságíró · întrebare · jurnalist
  fråga · spørgsmål · spørsmål · kysymys · ερώτηση · δημοσιογραφοσ · δημοσιογράφος · سؤال · صحفي · الصحفي · שאלה · savol
  记者 · 問 · 问 · 提问 · 记者提问 · 質問 · 記者 · 質問者 · 기자 · 질문
`);

/** Labels of somebody who answers and has no name. */
export const ANSWERERS = set(`
  a · answer · answers · ответ · відповідь · antwort · réponse · reponse · respuesta · resposta · risposta · antwoord
  odpowiedź · odpověď · odgovor · отговор · одговор · cevap · válasz · răspuns · svar · vastaus · απάντηση · جواب · إجابة · תשובה
  答 · 回答 · 答复 · 답변 · 답
`);

/** Labels of somebody who throws in a word. */
export const INTERJECTORS = set(`
  remark · reply · interjection · interjector · interruption · voices · an honourable member · honourable members · government members · opposition members
  реплика · репліка · из зала · с места · zuruf · zwischenruf · exclamation · voix · une voix · voces · comentario
`);

/** Labels of a voice that tells and takes no part. */
export const NARRATORS = set(
  'narrator · narration · voiceover · voice-over · voice over · диктор · голос за кадром · erzähler · narrateur · narrador · 旁白',
);

/** Words that scanners garble most often: a label near to one is that one. */
export const GARBLED = ['journalist', 'question', 'interviewer', 'prime minister'] as const;

/** No name holds one of these. */
export const VERBS = set(`
  said · says · saying · move · moves · moved · asked · asks · replied · wrote · told · is · are · was · were · has · have · had · will · would · should · be · been · do · does · did · i · we · they · he · she · it · you
  into · from · against · over · under · about · upon · re ·
  that · this · these · those · there · with · because · if · not · let · can · i'm · it's · say · go · put · look · think · include · includes · including · announced · added · continued · called
`);

/** Labels of somebody who leads through an occasion. */
export const CHAIRS = set(`
  moderator · facilitator · operator · mc · master of ceremonies · chairperson · announcer · convenor
  speaker · mr speaker · madam speaker · the speaker · deputy speaker · the deputy speaker · the chair · presiding officer
  модератор · председательствующий · ведущий заседания · голова · vorsitzender · vorsitzende · vors · moderatorin · modérateur · modératrice · le modérateur
  moderador · moderadora · 主持人 · 主持 · 司会 · 사회자
  unidentified · unknown · unidentified speaker · unidentified male · unidentified female · unknown speaker · participant · staff · aide · voice · interpreter · translator · переводчик · перекладач · dolmetscher · interprète · 翻译
`);

/** Offices that stand as labels by themselves or before a name. */
export const OFFICES = set(`
  pm · prime minister · the prime minister · deputy prime minister · acting prime minister · president · the president · vice president · the vice president · mr president
  minister · the minister · foreign minister · defence minister · defense minister · finance minister · home secretary · foreign secretary · secretary
  the secretary · secretary of state · secretary general · secretary-general · the secretary-general · treasurer · the treasurer · premier · the premier · chancellor · the chancellor · governor
  governor-general · attorney-general · attorney general · ambassador · the ambassador · senator · general · admiral · commissioner · the commissioner · chief minister · leader of the opposition
  opposition leader · spokesperson · spokesman · spokeswoman · mayor · lord mayor · king · queen · prince · professor · dr · doctor · chief of the defence force · cdf · head of mission
  first lady · mrs howard · director · director-general · high representative · representative · congressman · congresswoman · chair · chairman
  президент · премьер-министр · министр · посол · président · le président · la présidente · le premier ministre · la ministre · le ministre · premier ministre
  bundeskanzler · bundeskanzlerin · kanzler · kanzlerin · bundespräsident · minister · ministerin · presidente · presidenta · el presidente · la presidenta · ministro · ministra
  发言人 · 外交部发言人 · 总理 · 主席 · 部长 · 總理 · 部長
`);

/** Titles that stand before a name: what follows is surely a person. */
export const TITLES = set(`
  mr · mrs · ms · miss · mx · dr · prof · professor · sir · dame · lord · lady · baroness · hon · the hon · rt hon · president · vice · prime · deputy · minister · secretary · under
  assistant · undersecretary · ambassador · senator · sen · rep · representative · congressman · congresswoman · chairman · chairwoman · chair · governor · gov · general · gen · lt · maj · col · colonel
  major · captain · capt · admiral · adm · brigadier · vadm · commissioner · director · spokesperson · spokesman · spokeswoman · chancellor · premier · treasurer · attorney · judge · justice
  foreign · state · king · queen · prince · princess · sheikh · archbishop · bishop · rabbi · father · mayor · speaker · superintendent · inspector · sts · srs'in · srs · bm · bkin · bk
  г-н · г-жа · господин · президент · министр · посол · пан · пані · m · mme · mlle · herr · frau · señor · señora · sr · sra · dra · don · doña
`);

/** Words that open a line with a colon and are nobody's name. */
export const NO_LABELS = set(`
  note · notes · nb · ps · source · sources · subject · subjects · topic · topics · time · times · date · dates · day · place · location · venue · where · when · what · who · why · how
  contact · contacts · media · press · phone · telephone · tel · fax · mobile · email · e-mail · mail · address · website · web · url · link · links · re · to · from · cc · bcc · attn · attention · ref · reference
  issue · issued · embargo · embargoed · update · updates · updated · breaking · exclusive · analysis · opinion · warning · caution · important · example · examples · tip · step · steps · part · chapter
  section · article · articles · annex · annexe · appendix · attachment · table · figure · fig · total · number · price · cost · copyright · credit · credits · caption · photo · photos · picture · image · video · audio · watch · listen
  read · more · see · also · related · by · posted · published · publication · filed · edited · editor · editors · editor's · written · translated · translation · reading · language · languages · available · download
  transcript · interview · speech · remarks · statement · release · title · headline · summary · background · context · introduction · conclusion · contents · overview · key · points · facts · fact · next · first · second
  third · finally · thus · therefore · so · but · and · yet · however · result · results · answer this · reason · reasons · aim · aims · goal · goals · purpose · objective · objectives · agenda · item · items · motion · order
  present · participants · attendees · delegates · copyright · rights · licence · license · tags · tag · category · categories · keywords · share · follow · subscribe · advertisement · sponsored · disclaimer · privacy
  for · one · two · three · four · five · point · myth · yes · no · well · now · ok · okay · ladies and gentlemen · mr president · dear · signatories · signed · reason · enclosure · enclosures · distribution
  e&oe · check · duration · length · format · file · size · version · status · type · kind · id · isbn · doi · page · pages · line · lines · quote · quotes · quotation · correction · corrections · clarification · program · programme · station · channel · broadcast
  published at · last updated · for immediate release · media contact · press contact · press office · further information · more information · for more information · for example · for instance · such as · that is · in short
  remember · question of · the following · as follows · including · include · options · option · proposal · policy · policies · health · education · defence · economy · jobs · tax · taxes · trade · security · climate · water · housing
  время · дата · место · тема · темы · источник · источники · примечание · справка · фото · видео · телефон · адрес · ссылка · итог · например · внимание · важно · кстати · читайте · читайте также · подробнее · главное · контакты
  час · місце · джерело · примітка · довідка · відео · наприклад · увага · читайте також
  hinweis · hinweise · thema · themen · quelle · quellen · ort · datum · zeit · uhrzeit · foto · bild · anmerkung · kontakt · beispiel · achtung · siehe · ergebnis · fazit
  note de la rédaction · source · lieu · heure · sujet · sujets · remarque · exemple · contact · voir · photo · résultat · objet
  nota · notas · fuente · fuentes · fecha · lugar · hora · tema · temas · ejemplo · foto · contacto · asunto · resultado · atención
  时间 · 地点 · 来源 · 日期 · 注 · 备注 · 标题 · 主题 · 图片 · 摄影 · 编辑 · 责任编辑 · 作者 · 附件 · 电话 · 电子邮箱 · 网址 · 链接 · 其中 · 例如 · 如下 · 以下 · 第一 · 第二 · 第三 · 一是 · 二是 · 三是
`);

/** Small words that may stand inside a name or an office: "Minister for Defence", "Ursula von der Leyen". */
export const PARTICLES = set(`
  of · the · and · for · on · in · to · at · de · da · do · dos · das · du · des · del · della · di · la · le · les · el · al · bin · bint · ibn · ben · van · von · der · den · ter · ten · zu · zur · y · e · et · & · d' · und · für · aux · au
  и · по · при · иностранных · дел · обороны · финансов · россии · российской · федерации · украины · республики
`);
