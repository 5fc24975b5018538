// Invented people: names of several languages, common, rare and made up, with what belongs to them.
import type { Rng } from './random.ts'

export const languages = ['fr', 'en', 'de', 'es', 'it', 'nl', 'world'] as const
export type PeopleLanguage = (typeof languages)[number]

export type Person = {
  language: PeopleLanguage
  isWoman: boolean
  first: string
  last: string
  birth: { year: number; month: number; day: number }
}

const words = (text: string): readonly string[] => text.split(' ')

const women: Readonly<Record<PeopleLanguage, readonly string[]>> = {
  fr: words(
    'Marie Sophie Camille Léa Manon Chloé Inès Jade Louise Zoé Émilie Céline Aurélie Stéphanie Nathalie Isabelle Monique Jacqueline Françoise Martine Anne-Sophie Marie-Claire Maëlys Éloïse Ségolène Bérengère Clémence Faustine Ombeline Gwenaëlle Solène Nolwenn Apolline Capucine Romane Lilou Océane Mathilde Élodie Delphine',
  ),
  en: words(
    'Emma Olivia Charlotte Grace Poppy Freya Imogen Matilda Florence Harriet Jessica Rebecca Siobhan Niamh Aoife Bronwen Tamsin Philippa Gemma Shona',
  ),
  de: words(
    'Anna Lena Sabine Petra Ursula Heike Katrin Anneliese Friederike Lieselotte Wiebke Svenja Dörte Gudrun Hannelore Leonie Jana Birgit Ulrike Mareike',
  ),
  es: words(
    'María Carmen Lucía Paula Martina Sofía Pilar Dolores Mercedes Inmaculada Rocío Nuria Montserrat Itziar Ainhoa Begoña Candela Alba Noelia Encarnación',
  ),
  it: words(
    'Giulia Francesca Chiara Sara Martina Alessia Federica Valentina Ilaria Benedetta Ludovica Ginevra Beatrice Rosaria Concetta Assunta Fiorella Mirella Lucrezia Ornella',
  ),
  nl: words(
    'Emma Sanne Lotte Fleur Femke Maaike Marijke Annemieke Saskia Wilhelmina Jolanda Ineke Roos Fenna Jiska Liesbeth Hilde Anneke Tessel Geertje',
  ),
  world: words(
    'Fatima Aïcha Nadia Samira Yasmine Khadija Aminata Fatoumata Mariam Rokia Aya Linh Mai Thi-Hoa Xiu Mei Priya Ananya Agnieszka Katarzyna Magdalena Ioana Andreea Elif Zeynep Svetlana Oksana Ngozi Chiamaka Leïla',
  ),
}

const men: Readonly<Record<PeopleLanguage, readonly string[]>> = {
  fr: words(
    'Jean Pierre Michel Philippe Nicolas Julien Thomas Hugo Lucas Nathan Théo Enzo Gabriel Raphaël Jean-Baptiste Jean-Luc Gérard Bernard Étienne Loïc Gaël Tanguy Corentin Ewen Ambroise Côme Foulques Maxence Augustin Léopold Rémi Cédric Sylvain Yannick Bastien Guillaume Anatole Marceau Aloïs Joachim',
  ),
  en: words(
    'Oliver George Harry Jack Arthur Alfie Rupert Angus Callum Hamish Declan Seamus Gareth Rhys Nigel Graham Trevor Alistair Barnaby Digby',
  ),
  de: words(
    'Lukas Felix Jonas Wolfgang Heinz Jürgen Dieter Hans-Peter Karl-Heinz Bernd Thorsten Rüdiger Volker Detlef Matthias Sören Henning Malte Ingo Götz',
  ),
  es: words(
    'José Manuel Antonio Javier Álvaro Hugo Pablo Iker Unai Gorka Jordi Xavier Ramón Joaquín Fermín Ignacio Gonzalo Rodrigo Salvador Eusebio',
  ),
  it: words(
    'Marco Luca Matteo Lorenzo Andrea Giuseppe Salvatore Gennaro Ciro Vincenzo Pasquale Ettore Tommaso Niccolò Edoardo Raffaele Carmelo Domenico Fabrizio Gianluca',
  ),
  nl: words(
    'Daan Sem Bram Thijs Joost Willem Hendrik Cornelis Pieter Gijs Ruben Maarten Jeroen Wouter Sjoerd Jelle Tjeerd Koen Bart Dirk',
  ),
  world: words(
    'Mohamed Karim Youssef Mehdi Rachid Abdoulaye Mamadou Ousmane Ibrahima Cheikh Minh Tuan Wei Rajesh Arjun Piotr Krzysztof Tomasz Radu Mihai Mustafa Emre Dmitri Andriy Chukwu Kofi Kwame Tiago Thiago Farid',
  ),
}

const families: Readonly<Record<PeopleLanguage, readonly string[]>> = {
  fr: words(
    'Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Simon Lefèvre Garnier Faure Rousseau Blanc Guérin Boyer Chevalier Meunier Carpentier Delaunay Bourgeois Quéméneur Le-Goff Kerbrat Etchegaray Haristoy Schmitt Klein Vandamme Leclercq Delattre Bouvier Pasquier Grandjean Beauvais Charpentier Tisserand Boulanger Marchand Lacroix Fontaine Dujardin Larivière Montagnier Saulnier Coudray Ravel Bellefond Trochu Peyrusse Cazaux Labrousse Vignal Estève Soubeyran Roumégas Astruc Pujol Battesti Colonna Santini',
  ),
  en: words(
    "Smith Jones Taylor Brown Williams Wilson Evans Walker Hughes Edwards Clarke Hargreaves Butterworth Ashworth Fairbairn MacDonald McAllister O'Brien O'Sullivan Fitzgerald Pritchard Llewellyn Trevelyan Featherstone Ramsbottom",
  ),
  de: words(
    'Müller Schmidt Schneider Fischer Weber Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Zimmermann Krüger Kühn Brandt Ziegler Oberhauser Hinterleitner Niederwimmer Schwarzkopf Eichelberger Rosenthal Steinbrück',
  ),
  es: words(
    'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Etxeberria Goikoetxea Iturralde Puigdemont Casanovas Villanueva Zaldívar Carrascosa Bustamante',
  ),
  it: words(
    'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Quattrocchi Passalacqua Scognamiglio Cacciapuoti Buonarroti Fioravanti',
  ),
  nl: words(
    'Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Hoekstra Postma Zijlstra Kuipers Verhoeven Vermeulen Kloosterman Schipper Oosterhuis Terpstra Wiersma',
  ),
  world: words(
    'Benali Haddad Bouzid Belkacem Cherif Diallo Traoré Diop Ndiaye Konaté Coulibaly Sow Nguyen Tran Pham Huynh Wang Chen Zhang Patel Singh Sharma Kowalski Nowak Wiśniewski Lewandowska Popescu Ionescu Yılmaz Kaya Demir Ivanov Petrenko Okafor Adeyemi Mensah Silva Oliveira Ferreira Carvalho',
  ),
}

/** Family names that no dictionary holds. */
const starts = words('Bel Cour Dar Fon Gar Har Kes Lam Mor Nav Per Quin Ros Sav Tor Val Ver Zel')
const middles = words('a e i o ar en il on ou an')
const ends = words('bert court delle far gnac lois mont nier rand ssac tier vaux witz zier kamp')

export function familyName(rng: Rng, language: PeopleLanguage): string {
  if (rng.chance(0.25)) return rng.pick(starts) + rng.pick(middles) + rng.pick(ends)
  const name = rng.pick(families[language]).replace('-', ' ')
  if (language === 'es') return `${name} ${rng.pick(families.es)}`
  if (language === 'nl' && rng.chance(0.4)) {
    return `${rng.pick(['van der', 'van den', 'de', 'van'])} ${rng.pick(ends.slice(0, 3))}${name.toLowerCase()}`
  }
  if (language === 'fr' && rng.chance(0.05)) return `${name}-${rng.pick(families.fr)}`
  return name
}

/** Makes people of these languages, each as likely as it is often named. */
export function peopleOf(...mix: readonly PeopleLanguage[]): (rng: Rng) => Person {
  return (rng) => {
    const language = rng.pick(mix)
    const isWoman = rng.chance(0.5)
    return {
      language,
      isWoman,
      first: rng.pick((isWoman ? women : men)[language]),
      last: familyName(rng, language),
      birth: { year: rng.int(1936, 2006), month: rng.int(1, 12), day: rng.int(1, 28) },
    }
  }
}

/** As one finds them in a French town. */
export const french = peopleOf('fr', 'fr', 'fr', 'fr', 'world')
