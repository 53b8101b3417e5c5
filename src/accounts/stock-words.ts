/**
 * Words that any account may have of anything: they count little when sentences are paired. Folded words or stems, in
 * English, French, Russian, Spanish and German.
 */
const WORDS = `
  issue question matter topic aspect situation state relation relationship tie work effort importance
  important level area field framework context part number point view way result development prospect interest
  time day today week month year yesterday morning afternoon continue continued made make took take place hold
  held begin began remain full various different main own new well also including include country countries
  government nation two both current present recent regard regarding focus list detail topical case lack need
  kind form hour minute telephone phone policy office decision idea thing fact person somebody range wide
  further exist prepare strong strongly report provide ensure enable achieve opportunity role vital vitally
  key close closer future success successful great good high low large small significant significantly
  substantial common able establish develop create build underpin give bring find use help allow serve seek
  set look move towards together across within many recognition recognise recognize reflect mark start end
  order process progress action step measure approach experience example term reason change value support
  welcome agree addition respect concern based base ongoing existing potential possible necessary broad deep
  deeply active actively effective effectively importantly particular especially international regional global
  world local national public private general specific

  sujet dossier matière cadre travail importance niveau point ensemble suite jour mois semaine pays
  gouvernement relation lien place mise prise part notamment également ainsi plusieurs différents bilatéral
  permettre assurer offrir nouveau nouvelle fort étroit étroite important grand petit plein commun avenir rôle
  besoin possibilité exemple mesure action étape démarche expérience terme valeur monde international régional
  mondial national public

  вопрос вопросов вопросы проблем проблематик тем тематик част ход рамк числ уровн развити состояни перспектив
  состоян отношени работ ситуаци такж ряд сторон стран правительств сегодн момент особ внимани обеспеч создан
  друг сильн тесн важн больш нов общ будущ роль необходим возможн пример мер действ шаг опыт ценност мир
  международн региональн глобальн национальн государственн активн эффективн широк

  cuestión tema asunto materia marco trabajo importancia nivel parte país gobierno relación situación día hoy
  así además diverso permitir asegurar ofrecer nuevo nueva fuerte estrecho estrecha importante grande pequeño
  pleno común futuro papel necesidad posibilidad ejemplo medida acción paso experiencia término valor mundo
  internacional regional mundial nacional público

  frag them bereich rahm arbeit bedeutung eben teil land länd regierung beziehung lag situation tag heut sow
  auch dabei zudem weiter ermöglich sicher neu stark eng wichtig groß klein gemeinsam zukunft roll notwendig
  möglich beispiel maßnahm schritt erfahrung wert welt international regional global national öffentlich`;

export const STOCK_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
