// Small files whose things are named after people, and their likes where people are meant.
import { test } from 'vitest'
import { type Case, expectCase } from './small-file.ts'

// biome-ignore format: a table
const cases: readonly Case[] = [
  ["Vessel, IMO, Berth, LOA", "Vessel;IMO;Berth;LOA\nAnna Schulte;9520132;B4;222\nGrace Hopper;9441025;B2;190\nMartin Miller;9318400;A1;186", 'N', '* * * *'],
  ["Ligplaats, Naam, Schip, Lengte", "Ligplaats;Naam;Schip;Lengte\nA1;Jan de Boer;Zeemeeuw;9.5\nA2;Petra Visser;Albatros;11.2\nA3;Kees Bakker;Dolfijn;8.7", 'S', '* name|last_name * *'],
  ["Name, IMO, BRZ, Heimathafen", "Name;IMO;BRZ;Heimathafen\nAnna Schulte;9520132;22100;Bremen\nSabine Howaldt;9441025;9100;Hamburg", 'N', '* * * *'],
  ["Name, ETA, ETD, Room", "Name;ETA;ETD;Room\nColin Hargreaves;10:00;12:00;4\nMary Whitlock;11:00;15:00;5", 'S', 'name * * *'],
  ["Type de voie, Nom, Longueur", "Type de voie;Nom;Longueur\nRue;Paul Bert;412\nAllée;Rosa Parks;133\nImpasse;Martin;44\nPlace;Simone Veil;80", 'N', '* * *'],
  ["TYPE VOIE, LIBELLE, CODE_VOIE", "TYPE VOIE;LIBELLE;CODE_VOIE\nRUE;DU DR ROUX;0045\nAVENUE;MARÉCHAL FOCH;0051\nALLÉE;ROSA PARKS;0064", 'N', '* * identifier|code|number'],
  ["Family, Glyphs, Foundry", "Family;Glyphs;Foundry\nGeorgia;864;Microsoft\nFranklin Gothic;653;ITC\nAmelia;229;Bitstream", 'N', '* * *'],
  ["Nom usuel, N°, JO du", "Nom usuel;N°;JO du\nLoi Veil;75-17;18/01/1975\nLoi Badinter;85-677;06/07/1985\nLoi Évin;91-32;12/01/1991\nLoi Sapin II;2016-1691;10/12/2016", 'N', '* * date'],
  ["Preis, Jahr, Dotierung", "Preis;Jahr;Dotierung\nGeorg-Büchner-Preis;2020;50000\nHeinrich Böll Preis;2021;30000\nAnna Seghers Preis;2022;12500", 'N', '* * *'],
  ["ISBN, Título y autor, PVP", "ISBN;Título y autor;PVP\n9788437604947;Cien años de soledad, Gabriel García Márquez;14,00\n9788420674209;Nada, Carmen Laforet;9,95", 'N', 'ean product amount'],
  ["UAI, Patronyme, Effectif", "UAI;Patronyme;Effectif\n0692155T;JEAN MOULIN;612\n0690075K;MARIE CURIE;548\n0690027H;Ampère;1405", 'N', '* * *'],
  ["Nom, Classe, Effectif, Salle", "Nom;Classe;Effectif;Salle\nDUPONT Marie;6A;24;B12\nLE GALL Yann;5B;27;B14\nMme Vasseur;4C;22;A02", 'S', 'name|last_name * * *'],
  ["Sala, Piano, Posti", "Sala;Piano;Posti\nGalileo Galilei;1;20\nMaria Montessori;2;12\nAnna Magnani;2;8", 'N', '* * *'],
  ["Schlüssel, Deutsch, Englisch", "Schlüssel;Deutsch;Englisch\nlbl.name;Nachname;Last name\nlbl.vorname;Vorname;First name", 'N', '* text text'],
  ["Name, DE, EN, FR", "Name;DE;EN;FR\nHeike Müller;ja;ja;nein\nTim Wolf;ja;nein;ja\nAnna Becker;nein;ja;ja", 'S', 'name * * *'],
  ["Roxanne, 3:11, 134, Rock", "Roxanne;3:11;134;Rock\nAngie;4:33;136;Slow\nAline;2:51;98;Slow\nMichelle;2:42;116;Pop", 'N', '* time * *'],
  ["Heike, 20:00, Rock", "Heike;20:00;Rock\nTim;21:00;Pop\nAnna;22:00;House\nUwe;23:00;Techno", 'S', 'first_name time *'],
  ["L417-02, Emmental, FREIGEGEBEN", "L417-02;Emmental;FREIGEGEBEN\nL417-03;Gouda;GESPERRT\nL418-01;Edamer;FREIGEGEBEN\nL418-02;Tilsiter;FREIGEGEBEN", 'N', '* * status'],
  ["Classe, % relig., Effectif", "Classe;% relig.;Effectif\nA;38;412\nB;21;880\nC;97;204", 'N', '* percentage *'],
  ["Booking, Date, Total", "Booking;Date;Total\nBK-10023;03/05/2024;120.00\nBK-10024;03/05/2024;80.00\nBK-10025;04/05/2024;95.00", 'N', 'order_number * *'],
  ["Table, Heure, Réservation, Couverts", "Table;Heure;Réservation;Couverts\n4;19:30;Mme Delmas;2\n5;19:45;Perrault;4\n7;20:00;M. Lagarde;8", 'S', '* * name *'],
  ["Parcelle, Attribution 2024, m²", "Parcelle;Attribution 2024;m²\n01;RAVENEL Colette;100\n02;GUILLEMOT Yann;85\n03;(vacante);60", 'S', '* name *'],
  ["Parcela, Asignado a, Cuota", "Parcela;Asignado a;Cuota\n1;Nuria García López;30\n2;José Ramos;30\n3;María del Carmen Ruiz;30", 'S', '* name *'],
  ["Bord, Wit, Zwart, Uitslag", "Bord;Wit;Zwart;Uitslag\n1;Jansen Piet;de Vries Kees;1-0\n2;Bakker Tineke;Visser Jan;0-1", 'S', '* name name *'],
  ["Cognome, nata, Nome", "Cognome;nata;Nome\nRossi;Bianchi;Maria\nFerrari;;Luca\nConti;Gallo;Anna", 'S', 'last_name last_name first_name'],
  ["Name, Vorname, erw. FZ", "Name;Vorname;erw. FZ\nMüller;Heike;12.03.2023\nWolf;Tim;fehlt", 'S', 'last_name first_name criminal_record'],
  ["Datum, Saal, Von, Anlass", "Datum;Saal;Von;Anlass\nSa 06.04.2024;Großer Saal;10:00;80. Geburtstag Frau Hupfer\nSo 07.04.2024;Kleiner Saal;14:00;Skat-Turnier", 'S', 'date * time free_text'],
  ["4417 KBT, C/ San Roque 14, 3º D, 36,00", "4417 KBT;C/ San Roque 14, 3º D;36,00\n7310 LXS;C/ Mayor 20, bajo;36,00\n5588-MCD;C/ Tahonas 5;36,00", 'C', 'licence_plate postal_address *'],
  ["PDL, Lieu de relève, Tél", "PDL;Lieu de relève;Tél\n21408812033471;14 rue des Grillons;06 39 98 41 90\n21408812033585;3, impasse du Foirail;06 39 98 41 13", 'C', '* postal_address phone'],
  ['NUM_POSTE, NOM_USUEL, LAT, LON, AAAAMMJJ, RR','NUM_POSTE;NOM_USUEL;LAT;LON;AAAAMMJJ;RR\n29075001;BREST-GUIPAVAS;48.444167;-4.412000;20241201;3.4\n29155005;OUESSANT-STIFF;48.473667;-5.057500;20241201;1.8','N','* city * * * *'],
  ['Stationsname, Breite, Länge, Temp.','Stationsname;Breite;Länge;Datum;Temp.\nHohenpeissenberg;47,8009;11,0109;01.12.2024;-2,1\nMartin;50,2204;9,1120;01.12.2024;1,4','N','* * * * *'],
  ['Nombre, Latitud, Longitud, PM10','Nombre;Latitud;Longitud;Fecha;PM10\nFelipe Herrera;43.4412;-3.7420;2024-12-01;14\nPuerto Real;43.3102;-3.6010;2024-12-01;9','N','* * * * *'],
  ['Nome, Latitudine, Longitudine, Portata','Nome;Latitudine;Longitudine;Portata m3/s\nSanta Lucia;45.1203;9.8801;12,4\nMarco Bruni;45.2010;9.7702;8,1\nPonte Alto;45.3010;9.7902;7,4','N','* * * *'],
  ['Naam, Breedtegraad, Lengtegraad, Stand','Naam;Breedtegraad;Lengtegraad;Waterstand cm\nJan Bakker;52.1203;5.8801;112\nDe Vries;52.2010;5.7702;98','N','* * * *'],
  ['Conducteur, Lat, Lon, Vitesse','Conducteur;Lat;Lon;Heure;Vitesse\nAbgrall Lilwenn;48.444167;-4.412000;08:12;48\nTounsi Noa;48.473667;-4.057500;08:14;52','S','name * * * *'],
  ['Species, Lat, Lon, Date, Observer','Species;Lat;Lon;Date;Observer\nTurdus merula;51.4401;-1.2203;2024-12-01;Imogen Ashdown\nParus major;51.4512;-1.2310;2024-12-01;Zaynab Qureshi','S','* * * * name'],
  ['Nom, Prénom, Lat, Lon, Date','Nom;Prénom;Lat;Lon;Visite\nAbgrall;Lilwenn;48.444167;-4.412000;01/12/2024\nTounsi;Noa;48.473667;-4.057500;02/12/2024','S','last_name first_name * * *'],
]

for (const one of cases) test(one[0], () => expectCase(one))
