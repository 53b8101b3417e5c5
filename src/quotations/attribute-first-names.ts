/**
 * Common given names, for telling whom "he" and "she" may mean. Only names that are borne nearly always by one sex
 * are listed; the list decides nothing but which of two people near a pronoun fits it.
 */
import type { Gender } from './attribute-cues.js';
import { listed } from './attribute-cues.js';

const MEN = listed(`
  aaron abdul abdullah abraham adam adolf adrian ahmad ahmed akira al alain alan albert alberto alejandro aleksandr aleksey alex alexander alexandre
  alexei alfred ali allan allen alvaro amir anatoly anders andre andreas andrei andrej andrew andrey andriy andrzej andy angus anthony antoine anton antonio
  antony ari arkady arnold arthur arturo ashton augusto austin avi axel barack barry bart bashar ben benedict benjamin benny bernard bernd bernie bert
  bertrand bill billy björn blake bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron calvin carl carlo carlos
  carsten cedric cesar chad charles charlie chester chris christian christoph christophe christopher chuck clark claude claudio clive cody colin
  conor corey cory craig curt cyril dale damien damon dan daniel daniele danny darrell darren dave david davis dean denis dennis denys derek devin diego
  dieter dietmar dimitri dinesh dirk dmitri dmitriy dmitry dmytro dominic dominique don donald doug douglas duncan dustin dwight earl ed eddie edgar edmund
  eduardo edward edwin eli elias elliot elliott emil emmanuel emilio enrique eric erich erik ernest ernesto ernst ethan eugene evan evgeny fabian fabio
  felipe felix ferdinand fernando florian francesco francis francisco franco frank frans franz fred frederic frederick friedrich fritz gabriel garrett
  gary gavin gennady geoff geoffrey george georges georgi gerald gerard gerd gerhard gilbert giles giorgio giovanni giulio giuseppe glen glenn gordon
  graham greg gregg gregory guillaume guillermo gunter gustav gustavo guy günter hans harold harrison harry harvey hassan hector heiko heinrich
  heinz helmut henri henrik henry herbert herman hermann hiroshi horst hossein howard hubert hugh hugo hussein ian ibrahim igor ihor ilya ismail ivan
  ivo jack jacob jacques jaime jake jakob james jamie jan janusz jared jason javier jay jean jeb jeff jeffrey jens jeremy jerome jerry jesse jesus jim
  jimmy jin jo joachim joaquin jochen joe joel johan johann johannes john johnny jon jonas jonathan joost jordan jorge jose josef joseph josh joshua josé
  juan juergen julian julien julio jürgen justin kai karl karsten keith keir ken kenneth kevin khalid kirill kirk klaus konstantin kostya kurt kyle lance
  larry lars laurent lawrence lee leo leon leonard leonid leopold lev lewis lindsey lloyd lorenzo lothar lou louis luca lucas luciano ludwig luigi luis
  luiz luke lutz lyndon maciej magnus mahmoud malcolm manfred manuel marc marcel marcelo marcin marco marcos marcus mariano mario mark markus martin marty
  marvin masoud mateusz matt matteo matthew matthias mathias maurice mauricio maurizio max maxim maximilian mehdi mehmet michael michal michel mick miguel
  mikael mike mikhail miles milo milos mitch mitt mohamed mohammad mohammed moritz morgan mostafa muhammad murray mustafa mykhailo mykola narendra nathan
  ned neil nelson nicholas nick nicolae nicolas nigel nikita niklas nikolai nikolay nils noah noam noel norbert norman oleg oleh oleksandr oleksiy oliver
  olivier omar oscar oskar osama otto owen pablo paolo pascal patrice patrick paul paulo pavel pavlo pedro per perry pete peter petr petro phil
  philip philipp philippe phillip pierre piers pietro piotr preston quentin rafael rahm ralph ramon ramzan randall randy raphael rashid raul ray raymond
  recep reince reinhard rene renzo rex ricardo riccardo richard rick ricky rob robby robert roberto robin rod rodney rodrigo roger roland rolf roman ron
  ronald rory ross roy rudolf rudy ruslan russell ryan sadiq salvatore sam samir samuel santiago saul sean sebastian sébastien sergei sergej sergey
  sergio serhii serhiy seth shane shaun shawn shinzo silvio simon stan stanislav stanley stefan stefano steffen stephan stephane stephen stéphane sten steve steven stewart
  stuart sven tariq ted terence terry theo theodore thierry thomas thorsten tim timothy tobias todd tom tomas tomasz tommy tony torsten toshiro travis
  trevor tristan troy tucker tyler ulrich uwe vadim valentin valery vasily vasyl viktor vincent vitali vitaliy vitaly vito vlad vladimir volodymyr
  volker vyacheslav walter warren wayne wendell werner wesley wilhelm will william willie willy winston wolfgang wolodymyr xavier yair yaroslav
  yasser yevgeny yitzhak yoshihide yuri yury yves zachary zbigniew
  павел павла павлу павлом петра льва timo jörg
  abel aiden alastair alec alfonso alfredo alistair amos andrés anselm archibald armando arne arnaud arsen asher barnaby basil bastian benito benoit bentley bernardo bjorn boaz bogdan brendon broderick cameron camilo casper cecil chidi
  claudius clayton clement clifford clint cornelius cristian cyrus dag damian dario darius delroy desmond didier dmitrij dominik dragan edmond eduard efraim einar elijah emanuel emeka emre erwin esteban evgeni ewan ezra fergus fernand
  filip finn flavio florin franklin gaston gerardo gideon gil gino giorgos goran gregor guido gunnar hakan hamid harald hendrik hernan hiram horace humphrey igor ilan immanuel irving isaac ishmael israel iñigo jalen jarrod jasper jean-claude jean-luc jean-marie jens-peter
  jon joris jules jussi kamal karel karim kasper kenji knut kofi krzysztof kristof kwame lachlan lamar leandro leif leopoldo lothar lubomir maarten malachi manoj marius marko marten mateo matias mattias mehmet melvin miklos milan miroslav mohamad mortimer moses nabil naveen nestor nikos
  nuno olaf olav orlando osvaldo otis pascual pasquale per pekka perry piet pieter radek rafa raj rajesh ramesh ramiro rasmus ravi rodolfo rodrigo ronan rowan rui rupert sanjay sander sandro saul sergej shimon sigmund silas solomon stefanos stellan sunil suresh sylvain tadeusz tariq teo thaddeus thorbjorn
  tibor tomás tomislav torsten tyrone ulf ulises umberto urban valdis vasco vernon vinod virgil vladislav walt waldemar wesley wim wojciech xander yannick yaw yosef yusuf zachariah zdenek zoltan
  владимир сергей дмитрий александр алексей андрей михаил николай иван пётр петр юрий олег игорь виктор константин кирилл дональд марко джо эммануэль олаф
  володимир сергій дмитро олександр олексій андрій михайло микола петро юрій ігор віктор
`);

const WOMEN = listed(`
  abigail ada adriana agnes aisha alessandra alexandra alexis alice alicia alison allison alyssa amanda amber amelia amina amy ana anastasia andrea angela
  angelina angie anita anja anke ann anna annalena anne annegret annette annie antje antonia april ariana astrid audrey ava barbara beata beate beatrice
  beatriz becky belinda bernadette bertha beth betsy betty beverly birgit brenda bridget brigitte britta brittany camila camilla candace carin carla
  carly carmen carol carole carolina caroline carolyn carrie cassandra catalina catherine cathy cecile cecilia charlene charlotte chelsea cheryl
  chiara christa christiane christie christina christine cindy claire clara clarissa claudia colleen condoleezza connie consuelo courtney cristina crystal
  cynthia dagmar daniela danielle daria dawn deborah debbie debra delia denise diana diane dianne dolores donna dora doris dorothea dorothy edith
  eileen elaine eleanor elena elisa elisabeth elise elizabeth elke ella ellen elsa elvira emilia emily emma erika erin esther eva eve evelyn
  fatima fiona florence frances francesca franziska frauke frieda gabriela gabriele gail geraldine gertrud gina ginger giorgia giovanna gisela gladys glenda
  gloria grace greta gretchen gwen hannah hanna heather heidi heike helen helena helene helga henrietta hilary hildegard hillary holly huma ilana
  ilse imelda ines inga ingrid irene irina iris irma isabel isabella isabelle ivana ivanka jackie jacqueline jana jane janet janice janine jasmine jeanne
  jeannette jen jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julie
  juliet june jutta kamala karen karin karla karoline katarina kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kay kayleigh
  kellyanne kerstin kirsten kim kimberly kirstin kristen kristi kristin kristina larissa laura lauren leah leila lena leslie lidia lila lilian lily linda lisa lisbeth
  liz liza lois lola loretta lori louise lourdes lucia lucie lucinda lucy ludmila luisa luise lydia lyudmila lynn madeleine madeline madonna magdalena
  maggie malala malgorzata manuela mara marcela marcia margaret margarita margot maria mariah mariana marianne marie marietta marilyn marina
  marine marion marisa marjorie marlene marta martha martina mary maryam marysia matilda maureen maxine megan megyn melania melanie melinda melissa
  mercedes meredith meryl mia michaela michele michelle mildred mimi minna miranda miriam moira molly mona monica monika muriel myra nadia nadine nadja nadezhda nancy
  naomi natalia natalie natasha nathalie nicole nicola nikki nina nora norma octavia oksana olena olga olha olivia ophelia oprah paige pam pamela patricia
  patsy patti paula pauline penelope penny petra phoebe phyllis pippa priscilla priti rachel ramona rebecca regina renate renée rhonda rita roberta romana rosa
  rosalind rose rosemary rosie roxana ruth sabine sabrina sally samantha sandra sara sarah saskia selma serena shannon sharon sheila shelley shelly sheryl
  shirley sigrid silke silvia simone sofia sondra sonia sonja sophia sophie stacey stacy stella stephanie stormy sue susan susana susanna susanne
  suzanne svenja svetlana sydney sylvia sylvie tamara tammy tania tanja tanya tara tatiana tatjana teresa terri tess theresa therese tiffany tina toni
  tracy tulsi tzipi ulrike ursula ute valentina valerie vanessa vera veronica veronika vicki vicky victoria viktoria viola violet virginia vivian viviane wanda
  wendy whitney wilma winifred yolanda yuliya yulia yvette yvonne zoe zoya zuzana
  adele adelaide agatha aida aileen alina alma amara anneke annika aoife ariel aroha arlene aurora beatrix bella bernice bianca birgitta blanca bonnie bridgette brooke
  carina carlotta cassie cecily celeste celia charity chloe christabel clare clementine cora corinne cornelia dana darlene dorothee edna eloise elsie emilie
  esperanza estelle ethel eugenie eunice fatou faye felicia flora frida gemma genevieve georgia georgina giulia gudrun gwendolyn harriet hedwig heloise hilda hildegarde ida ilona imogen ingeborg ioana
  iolanda ivy jade jemima joelle johanna josefina judit justine kari karolina katherina katya keira kira klara lana leila leonie leticia lina livia lorna lorraine lotte louisa lucille
  luz mairead maite malin marcella mariam marit marlies maud mavis maya melina milena millicent minnie mirjam muna myrtle nadja naledi nell nellie nicolette nuria odile
  olive orla pauline pearl perla pia pilar piroska polly priya raquel reina renata rebekah romy rosalie rosanna roswitha ruby sadie salma sanna saskia shirin shreya simona siobhan sofie solveig sonali sunita
  tabitha tamsin thelma tilda tove trudy ulla una urszula vera vida vilma wanda wilhelmina xenia yael yasmin ylva yoko yuki zainab zara zelda zita
  мария анна елена ольга татьяна наталья ирина екатерина светлана валентина эльвира ангела урсула юлия марія олена тетяна наталія ірина катерина світлана юлія
`);

const ACCENTS = /[\u0300-\u036f]/g;

/** Whether a given name is a man's or a woman's; null where it is neither known nor telling. `name` in lower case. */
export function genderOfName(name: string): Gender {
  if (MEN.has(name)) return 'm';
  if (WOMEN.has(name)) return 'f';
  const plain = name.normalize('NFD').replace(ACCENTS, '');
  if (plain === name) return null;
  return MEN.has(plain) ? 'm' : WOMEN.has(plain) ? 'f' : null;
}
