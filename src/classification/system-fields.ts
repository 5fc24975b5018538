// Fields as programs name them that many run: SAP, a directory, DICOM and HL7, Apogée, a laboratory,
// a telephone exchange, a school's register, the counters of a town.
import type { DataType } from './types-of-data.ts'

/** Already folded. */
export const systemFields: Readonly<Partial<Record<DataType, string>>> = {
  // SAP: ADRC, KNA1, LFA1, BUT000 and PA0002; directories: X.500 and Active Directory.
  name: 'standaufsicht|schiessleiter|wettkampfleiter|aufsichtsperson|aufsichtfuhrender|range officer|directeur de tir|liefhebber|fancier|colombophile|colombofilo|genitore che firma|genitore firmatario|parent signataire|signing parent|unterzeichnender elternteil|padre o madre que firma|nofcli|nofpro|committer|committer name|relatienaam|nombre o razon social|razon social o nombre|nom ou raison sociale|nome o ragione sociale|initiateur|verwijzer|koinh|koinh bank|name co|name text|bu sort1|displayname|display name|gecos|patientname|patient s name|otherpatientnames|other patient names|referring physician name|referring physician|performing physician name|performing physician|operators name|operator s name|requesting physician|physicians of record|name of physician|attending doctor|attending physician|referring doctor|consulting doctor|admitting doctor|responsible observer|verified by name|presc nom|nom presc|medecin presc|clid|callerid|caller id name|cid name|calleridname|cnam|titulaire badge|porteur badge|card holder name|cardholder|username display name|user display name|primary user display name|requester name|requestor name',
  first_name:
    'cessionario nome|cedente nome|prencli|prenomcli|s21 g00 30 004|prenomben|prenben|preadh|prenomadh|prenadh|vorna|namev|name first|namefirst|fname1|lib pr1 ind|lib prenom ind|prepat|prenpat|pren pat|prenom pat|prenom usuel pat|givenname|given name|gn',
  last_name:
    'cessionario cognome|cedente cognome|s21 g00 30 002|s21 g00 30 003|nomben|nombenef|nomadh|nom adh|nachn|name last|namelast|name2nd|lib nom pat ind|lib nom usu ind|lib nom ind|nompat|nom pat|nomnaispat|nom naiss pat|nomjf|nom jf|nompatronymique|sn|ape1|ape2|apell1|apell2',
  birth_date:
    's21 g00 30 006|dtn|dtnais|gbdat|date nai ind|dat nai ind|ddn|datnais|dnais|datnaiss|patientbirthdate|patient birth date|patient s birth date|fnac|fec nac|fecnac|birthdt|birth dt|dobdt',
  national_id: 'ndoc|numdoc|num docum|nro doc|nrodoc|ndocum|doc ident n|perid|stcd1 person',
  phone:
    'telcli|telpro|movcli|faxcli|gsmcli|telf1|telf2|telnr|tel number|mob number|telephonenumber|homephone|ipphone|othertelephone|pager|msisdn|caller n|calling number|calling party|calling party number|callingpartynumber|called number|called party number|finalcalledpartynumber|originalcalledpartynumber|ani|cli number|from number|to number|numero appelant|n appelant|numero appele|n appele|appelant|appele',
  email:
    'emacli|emapro|mailcli|adrmel|adr mel|adresse mel|smtp addr|smtpaddr|smtpaddress|proxyaddresses|primary user upn|userprincipalname|user principal name',
  username:
    'bname|uname|ernam|aenam|usnam|erfassername|samaccountname|sam account name|saslusername|uid login',
  identifier:
    'kunnr|lifnr|pernr|bpartner|ipp|nip patient|patientid|patient id|mrn|cod etu|codetu|cod ind|accountid|objectsid|objectguid|employeeid|employeenumber|employee number ad|idtag|id tag|emaid|evco id',
  postal_address:
    'domcli|dompro|adrcli|s21 g00 30 008|mailing street|billing street|shipping street|other street|adresse line|stras|name street|house num1 street|streetaddress|homepostaladdress',
  postal_code:
    'cpocli|cpopro|cpcli|s21 g00 30 009|mailing zip|billing zip|shipping zip|mailing postal code|billing postal code|pstlz|post code1|postalcode',
  city: 'pobcli|pobpro|vilcli|s21 g00 30 007|s21 g00 30 010|mailing city|billing city|shipping city|other city|ort01|ort02|city1|lugnac|lug nac|lugar nac',
  country: 'mailing country|billing country|shipping country|other country|land1|landx',
  nationality: 'natio|natio text|cod pay nat|lib nat|codnac|cod nac|staatsang|staatsangeh',
  vat_number: 'cessionario id codice|cedente id codice|stceg',
  civility: 'anred|title medi|anrede key',
  company:
    'denominazione|denominazione cliente|denominazione fornitore|denominacion social|nofcli|noccli|nofpro|nocpro|cessionario denominazione|cedente denominazione|squadra ospite|squadra ospitante|squadra casa|squadra di casa|squadra in casa|equipe visiteuse|equipe domicile|equipe exterieure|equipe recevante|gastmannschaft|heimmannschaft|equipo visitante|equipo local|uitploeg|thuisploeg|thuisteam|uitteam|home team|away team|relatienaam|nombre o razon social|razon social o nombre|nom ou raison sociale|nome o ragione sociale|institutionname|institution name|hospital name|sending facility|physicaldeliveryofficename',
  job: 'dienstgrad|amtsbez|stell text|plans text',
  date: 'erdat|aedat|whencreated|whenchanged|lastlogon|lastlogontimestamp|pwdlastset|accountexpires|studydate|seriesdate',
  code: 'useraccountcontrol|accountcode|account code|ktokd|ktokk|cod etp|cod vrs vet|cod tre|normsup|norminf',
  category: 'objectclass|objectcategory|modality',
  reference: 'accessionnumber|accession number|numdos|num dos|n dos|studyinstanceuid',
  nir: 's21 g00 30 001|sec soc',
  ine: 'n id escolar|id escolar|identificador escolar|n identificacion escolar|numero id escolar|uln|unique learner n|upn pupil|unique pupil n|unique pupil number',
  region:
    'mailing state|billing state|shipping state|mailing state province|billing state province',
  consent_date: 'newsletter date add',
  id_card:
    'piece presentee|piece d identite presentee|justificatif presente|ausweis vorgelegt|id shown|id presented|document presented|documento presentado|documento esibito|legitimatie getoond|soporte documento|soportedocumento|n soporte|num soporte',
  tax_id: 'nifcli|nifpro|nifemp|cessionario codice fiscale|cedente codice fiscale',
}
