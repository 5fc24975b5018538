// The reply reader's tables, made by `npm run replies` from test/replies/tables: not to edit by hand.

export const tables = {
  keywords: `kind	as	words
stop	word	abestelen
stop	word	abmelden
stop	word	abmeldung
stop	word	abschalten
stop	word	abstelen
stop	word	afmelden
stop	word	afmelding
stop	word	alto
stop	word	apagar
stop	word	aret
stop	word	arete
stop	word	areter
stop	word	aretez
stop	word	arets
stop	word	aretsms
stop	word	austragen
stop	word	baja
stop	word	bloquer
stop	word	borar
stop	word	cancel
stop	word	cancela
stop	word	cancelar
stop	word	cancelare
stop	word	cancelazione
stop	word	chega
stop	word	deabo
stop	word	deabonieren
stop	word	deactivate
stop	word	deactiveren
stop	word	deaktivieren
stop	word	delete
stop	word	desabo
stop	word	desabonement
stop	word	desactivad
stop	word	desactivar
stop	word	desactive
stop	word	desactiven
stop	word	desactiver
stop	word	desactivez
stop	word	desativar
stop	word	desativem
stop	word	desinscription
stop	word	disativa
stop	word	disativami
stop	word	disativare
stop	word	disativate
stop	word	disdeta
stop	word	efacer
stop	word	einde
stop	word	eliminar
stop	word	eliminare
stop	word	end
stop	word	ende
stop	word	entfernen
stop	word	ferma
stop	word	fermate
stop	word	fim
stop	word	fin
stop	word	finitela
stop	word	finsms
stop	word	genoeg
stop	word	koniec
stop	word	kuendigen
stop	word	kundigen
stop	word	kundigung
stop	word	loeschen
stop	word	loschen
stop	word	optout
stop	word	opzegen
stop	word	parad
stop	word	parar
stop	word	parem
stop	word	paren
stop	word	quit
stop	word	quitar
stop	word	quiter
stop	word	removal
stop	word	remover
stop	word	resiliation
stop	word	resilier
stop	word	retirer
stop	word	revoke
stop	word	rezygnuje
stop	word	rimozione
stop	word	rimuovere
stop	word	sair
stop	word	schlus
stop	word	skasuj
stop	word	smetela
stop	word	smetetela
stop	word	smetila
stop	word	stop
stop	word	stopal
stop	word	stope
stop	word	stopen
stop	word	stoper
stop	word	stopez
stop	word	stopsms
stop	word	stopstop
stop	word	stopt
stop	word	streichen
stop	word	supresion
stop	word	suprimer
stop	word	togliere
stop	word	uitschrijven
stop	word	uitschrijving
stop	word	unsub
stop	word	unsubscribe
stop	word	usun
stop	word	usunac
stop	word	verwijderen
stop	word	wylacz
stop	word	wylaczcie
stop	word	wypisz
stop	word	zakoncz
stop	word	desaboner
stop	word	desabonez
stop	word	desabone
stop	word	desinscrire
stop	word	desinscrivez
stop	word	desinscris
stop	word	desuscribir
stop	word	desuscribirme
stop	word	remove
stop	word	discontinue
stop	word	disiscrivimi
stop	word	disiscrivetemi
stop	word	disiscrizione
stop	word	disiscrivermi
stop	word	aufhoren
stop	word	unsubscribed
stop	word	toglietemi
stop	word	smetete
stop	word	cancelami
stop	word	cancelatemi
stop	word	fini
stop	word	desinscrever
stop	word	uitschrijf
stop	word	afmeld
stop	word	verwijder
stop	word	stopmsg
stop	word	stoptxt
stop	word	rimuovimi
stop	word	rimuovetemi
help	word	help
help	word	aide
help	word	aides
help	word	info
help	word	infos
help	word	information
help	word	informations
help	word	informationen
help	word	informacion
help	word	informazioni
help	word	informacje
help	word	informacja
help	word	hilfe
help	word	ayuda
help	word	ayudame
help	word	aiuto
help	word	aiutami
help	word	hulp
help	word	pomoc
help	word	ajuda
help	word	asistance
help	word	asistenza
help	word	helef
help	word	informatie
help	word	informacao
contact	word	contact
contact	word	contacto
contact	word	contato
contact	word	contati
contact	word	kontakt
contact	word	contatos
contact	word	contactos
start	word	start
start	word	unstop
start	word	reabo
start	word	reaboner
start	word	reabonement
start	word	reabonez
start	word	reprendre
start	word	reprise
start	word	restart
start	word	resume
start	word	resubscribe
start	word	subscribe
start	word	optin
start	word	join
start	word	inscription
start	word	alta
start	word	reactivar
start	word	suscribir
start	word	suscribirme
start	word	reanudar
start	word	apuntame
start	word	riativa
start	word	iscrivimi
start	word	ativa
start	word	riprendi
start	word	anmelden
start	word	abonieren
start	word	fortsetzen
start	word	aktivieren
start	word	inschrijven
start	word	hervaten
start	word	subscrever
start	word	reativar
start	word	aderir
start	word	zapisz
start	word	wznow
doubtful	whole	non stop
doubtful	whole	no stop
doubtful	whole	nonstop
doubtful	whole	not stop
doubtful	whole	kein stop
doubtful	whole	sin stop
doubtful	whole	nao stop
doubtful	whole	gen stop
other	whole	al fin
other	whole	en fin
other	whole	por fin
help	whole	besoin d aide
help	whole	ned help
help	whole	i ned help
help	whole	help me
help	whole	coment ca marche
help	whole	how does this work
help	whole	how does it work
help	whole	wie funktioniert das
help	whole	como funciona
help	whole	come funziona
help	whole	hoe werkt dit
help	whole	jak to dziala
start	whole	oui sms
start	whole	opt in
start	whole	opt me in
start	whole	sign me up
start	whole	wer an
start	whole	an
contact	whole	qui etes vous
contact	whole	c est qui
contact	whole	who is this
contact	whole	who s this
contact	whole	wer ist das
contact	whole	quien es
contact	whole	quien eres
contact	whole	chi e
contact	whole	chi sei
contact	whole	wie is dit
contact	whole	wie ben je
contact	whole	quem e
contact	whole	kto to
other	whole	de rien
other	whole	pas de soucis
other	whole	no problem
other	whole	top
other	whole	oui
other	whole	ouais
other	whole	yes
other	whole	yep
other	whole	yeah
other	whole	ja
other	whole	si
other	whole	sim
other	whole	tak
other	whole	ok
other	whole	okay
other	whole	okey
other	whole	oke
other	whole	dacord
other	whole	merci
other	whole	thanks
other	whole	thx
other	whole	danke
other	whole	gracias
other	whole	grazie
other	whole	bedankt
other	whole	dank
other	whole	obrigado
other	whole	obrigada
other	whole	dziekuje
other	whole	super
other	whole	parfait
other	whole	perfect
other	whole	prima
other	whole	vale
other	whole	claro
other	whole	bravo
other	whole	bonjour
other	whole	helo
other	whole	hola
other	whole	ciao
other	whole	halo
other	whole	bonsoir
other	whole	salut
other	whole	merci beaucoup
other	whole	merci bien
other	whole	merci a vous
other	whole	bone journe
other	whole	bone soire
other	whole	cordialement
other	whole	thank you
other	whole	thanks a lot
other	whole	many thanks
other	whole	hi
other	whole	god morning
other	whole	kind regards
other	whole	vielen dank
other	whole	danke schon
other	whole	guten tag
other	whole	guten morgen
other	whole	muchas gracias
other	whole	buenos dias
other	whole	buenas tardes
other	whole	un saludo
other	whole	grazie mile
other	whole	buongiorno
other	whole	buonasera
other	whole	cordiali saluti
other	whole	dank u
other	whole	dank u wel
other	whole	dank je
other	whole	dank je wel
other	whole	goedendag
other	whole	goedemorgen
around	word	a
around	word	abonement
around	word	abraco
around	word	ad
around	word	adeso
around	word	ads
around	word	agora
around	word	ah
around	word	ahora
around	word	ai
around	word	al
around	word	ala
around	word	alertes
around	word	ales
around	word	already
around	word	alsjeblieft
around	word	alstublieft
around	word	an
around	word	and
around	word	ao
around	word	asap
around	word	au
around	word	aub
around	word	avance
around	word	away
around	word	b
around	word	bacio
around	word	bah
around	word	basta
around	word	bedankt
around	word	ben
around	word	berichten
around	word	beso
around	word	bises
around	word	bisou
around	word	bisous
around	word	bite
around	word	bom
around	word	bon
around	word	bone
around	word	bonjour
around	word	bonsoir
around	word	buenas
around	word	buenos
around	word	buongiorno
around	word	bye
around	word	ca
around	word	cdt
around	word	cela
around	word	chers
around	word	chicos
around	word	ciao
around	word	cordialement
around	word	cortesia
around	word	coucou
around	word	d
around	word	dank
around	word	danke
around	word	de
around	word	definitif
around	word	definitivement
around	word	des
around	word	deto
around	word	dia
around	word	dias
around	word	dico
around	word	did
around	word	digo
around	word	direct
around	word	dis
around	word	dit
around	word	dobry
around	word	donc
around	word	du
around	word	dzieki
around	word	dziekuje
around	word	dzien
around	word	e
around	word	eh
around	word	en
around	word	endlich
around	word	enfin
around	word	envoyer
around	word	envoyez
around	word	et
around	word	euh
around	word	everything
around	word	favor
around	word	favore
around	word	forever
around	word	franchement
around	word	gars
around	word	gracias
around	word	grazie
around	word	groeten
around	word	groetjes
around	word	gruese
around	word	grus
around	word	guten
around	word	guys
around	word	halo
around	word	harcelement
around	word	hein
around	word	helo
around	word	hey
around	word	hi
around	word	ho
around	word	hola
around	word	hum
around	word	i
around	word	ich
around	word	ik
around	word	il
around	word	imediatamente
around	word	imediately
around	word	imediatement
around	word	inmediatamente
around	word	it
around	word	j
around	word	ja
around	word	je
around	word	jetzt
around	word	jongens
around	word	journe
around	word	juz
around	word	kus
around	word	kusjes
around	word	la
around	word	lads
around	word	le
around	word	les
around	word	leute
around	word	lg
around	word	list
around	word	liste
around	word	mailing
around	word	maintenant
around	word	mais
around	word	marketing
around	word	me
around	word	meme
around	word	mensagens
around	word	mensajes
around	word	merci
around	word	mesage
around	word	mesages
around	word	mesagi
around	word	meten
around	word	mfg
around	word	mi
around	word	mich
around	word	mij
around	word	moi
around	word	moin
around	word	morgen
around	word	mowie
around	word	ms
around	word	msg
around	word	msgs
around	word	na
around	word	nachrichten
around	word	nah
around	word	nan
not	word	nao
around	word	nar
around	word	natychmiast
around	word	ne
around	word	nein
around	word	newsleter
not	word	nie
not	word	no
not	word	non
around	word	nope
around	word	notifications
around	word	notifs
around	word	now
around	word	nu
around	word	o
around	word	obrigada
around	word	obrigado
around	word	oh
around	word	ok
around	word	ola
around	word	op
around	word	ora
around	word	oui
around	word	per
around	word	perfavore
around	word	pf
around	word	plait
around	word	please
around	word	pls
around	word	plse
around	word	plz
around	word	por
around	word	porfa
around	word	porfavor
around	word	pozdrawiam
around	word	promo
around	word	promos
around	word	promotions
around	word	prosze
around	word	pub
around	word	publicidad
around	word	publicidade
around	word	publicita
around	word	publicite
around	word	publicites
around	word	pubs
around	word	quoi
around	word	ragazi
around	word	rcs
around	word	reclame
around	word	reklama
around	word	reklamy
around	word	relances
around	word	repondre
around	word	reponse
around	word	right
around	word	s
around	word	sage
around	word	said
around	word	saludos
around	word	salut
around	word	saluti
around	word	salve
around	word	say
around	word	send
around	word	serieux
around	word	sf
around	word	si
around	word	sil
around	word	sms
around	word	sofort
around	word	soire
around	word	spam
around	word	stp
around	word	subito
around	word	subscription
around	word	suite
around	word	svp
around	word	tag
around	word	tak
around	word	tardes
around	word	te
around	word	teraz
around	word	text
around	word	texte
around	word	texto
around	word	textos
around	word	texts
around	word	thank
around	word	thanks
around	word	that
around	word	the
around	word	this
around	word	thx
around	word	to
around	word	todo
around	word	told
around	word	tous
around	word	tout
around	word	toute
around	word	tudo
around	word	tuto
around	word	txt
around	word	ty
around	word	u
around	word	und
around	word	urgent
around	word	vite
around	word	vos
around	word	votre
around	word	vous
around	word	werbung
around	word	wgl
around	word	wiadomosci
around	word	x
around	word	y
around	word	ya
around	word	yes
around	word	you
around	word	your
around	word	zeg
`,
  slips: `slip	of
baha	?
baka	?
gaja	?
stup	?
abmeden	abmelden
abmeldem	abmelden
abmeldn	abmelden
abmelen	abmelden
abmledn	abmelden
afmeldn	afmelden
afmelen	afmelden
amelden	afmelden
aert	aret
aet	aret
raet	aret
abja	baja
baj	baja
bajq	baja
bajs	baja
bajw	baja
bajz	baja
basja	baja
baua	baja
bauja	baja
bja	baja
bqja	baja
bsja	baja
bwja	baja
bzja	baja
vaja	baja
absta	basta
basat	basta
batsa	basta
bsata	basta
bsta	basta
acncel	cancel
cacel	cancel
cacnel	cancel
cance	cancel
cancl	cancel
cancle	cancel
canecl	cancel
canel	cancel
cnacel	cancel
cncel	cancel
deasbo	desabo
desab	desabo
desao	desabo
desaob	desabo
desbao	desabo
desbo	desabo
dsabo	desabo
dseabo	desabo
edsabo	desabo
desaboenr	desaboner
desincription	desinscription
desinscripton	desinscription
desinscritpion	desinscription
opotut	optout
opout	optout
optot	optout
optotu	optout
optou	optout
optuot	optout
optut	optout
otout	optout
otpout	optout
potout	optout
qit	quit
qiut	quit
qut	quit
quti	quit
uqit	quit
cshlus	schlus
schls	schlus
schlsu	schlus
schlu	schlus
schuls	schlus
sclhus	schlus
sclus	schlus
shclus	schlus
shlus	schlus
5top	stop
astop	stop
atop	stop
dstop	stop
dtop	stop
estop	stop
etop	stop
qstop	stop
qtop	stop
satop	stop
sctop	stop
sdtop	stop
setop	stop
sfop	stop
sftop	stop
sgop	stop
sgtop	stop
shtop	stop
sopt	stop
sotop	stop
sotp	stop
spto	stop
sqtop	stop
srop	stop
srtop	stop
st0p	stop
stahp	stop
staph	stop
stawp	stop
stfop	stop
stgop	stop
sthap	stop
sthop	stop
stio	stop
stiop	stop
stip	stop
stkop	stop
stkp	stop
stlop	stop
stlp	stop
sto	stop
stob	stop
stoip	stop
stokp	stop
stolp	stop
stopi	stop
stopl	stop
stopm	stop
stopo	stop
stopr	stop
stopu	stop
stopz	stop
stpd	stop
stph	stop
stpi	stop
stpo	stop
stpop	stop
styop	stop
swtop	stop
sxtop	stop
syop	stop
sytop	stop
sztop	stop
topst	stop
tsop	stop
wstop	stop
wtop	stop
xstop	stop
xtop	stop
zstop	stop
ztop	stop
nusub	unsub
unsb	unsub
unsbu	unsub
unsu	unsub
unub	unsub
unusb	unsub
usnub	unsub
usub	unsub
unsbscribe	unsubscribe
unscubscribe	unsubscribe
unsubcribe	unsubscribe
unsubscibe	unsubscribe
unsubscirbe	unsubscribe
unsubscrib	unsubscribe
unsubsrcibe	unsubscribe
unsubsribe	unsubscribe
unsubsribed	unsubscribe
unsuscribe	unsubscribe
usubscribe	unsubscribe
`,
  dictionary: `idea	word
no	kei
no	keni
no	ne
no	n
no	pas
no	plus
no	plu
no	jamais
no	rien
no	aucun
no	aucune
no	sans
no	ni
no	no
no	not
no	never
no	dont
no	don
no	cant
no	without
no	none
no	nothing
no	nicht
no	kein%
no	nie
no	niemals
no	nix
no	nichts
no	nimer
no	ohne
no	nunca
no	nada
no	ningun%
no	tampoco
no	sin
no	jamas
no	non
no	niente
no	mai
no	piu
no	nesun%
no	senza
no	niet
no	gen
no	noit
no	niks
no	zonder
no	nao
no	nenhum%
no	sem
no	nic
no	nigdy
no	zadn%
no	bez
no	net
no	keng
no	naischt
no	kene
cease	stop%
cease	aret
cease	arete
cease	aretez
cease	areter
cease	cese%
cease	halte
cease	basta%
cease	sufit
cease	asez
cease	mare
cease	gave
cease	cease
cease	desist
cease	quit
cease	enough
cease	genug
cease	reicht
cease	schlus
cease	aufhoren
cease	aufhort
cease	hort
cease	hor
cease	parad
cease	paren
cease	parem
cease	pare
cease	dejad
cease	dejen
cease	smet%
cease	finite%
cease	piantate%
cease	genoeg
cease	ophouden
cease	hou
cease	houd
cease	houdt
cease	kap
cease	kapen
cease	chega
cease	przesta%
cease	skoncz%
cease	dosc
cease	dosyc
cease	koniec
remove	rauschmeis%
remove	rausgeschmis%
remove	rauswerf%
remove	rausgeworf%
remove	rausnehm%
remove	schmeist
remove	schmeisen
remove	werft
remove	chuck
remove	ditch
remove	kieper%
remove	goi
remove	goien
remove	echad
remove	butate%
remove	nemed
remove	supr%
remove	barez
remove	barer
remove	sortez
remove	sortir
remove	retrait
remove	rmv
remove	remv
remove	kitar%
remove	kiten
remove	dlt
remove	retir%
remove	enlev%
remove	efac%
remove	rayer
remove	rayez
remove	raye
remove	radier
remove	radiez
remove	radie
remove	radiation
remove	vire
remove	virez
remove	virer
remove	degag%
remove	oubliez
remove	oublier
remove	oublie
remove	desab%
remove	desins%
remove	bloqu%
remove	blacklist%
remove	remov%
remove	delet%
remove	eras%
remove	unsub%
remove	optout
remove	losch%
remove	geloscht
remove	streich%
remove	entfern%
remove	abmeld%
remove	austrag%
remove	abestel%
remove	bore%
remove	bora%
remove	elimin%
remove	quita%
remove	quite%
remove	saq%
remove	sacad%
remove	sacar%
remove	cancel%
remove	disdet%
remove	toglie%
remove	levat%
remove	levare
remove	rimuo%
remove	rimoz%
remove	verwijder%
remove	schrap%
remove	wis
remove	wisen
remove	uitschrijv%
remove	afmeld%
remove	tire
remove	tirem%
remove	apague%
remove	apagar%
remove	usun%
remove	wykresl%
remove	skresl%
remove	wypis%
remove	skasuj%
remove	wymaz%
mesage	sms
mesage	smses
mesage	smsy
mesage	smsow
mesage	sm
mesage	ms
mesage	texto
mesage	textos
mesage	mesag%
mesage	msg
mesage	msgs
mesage	publicit%
mesage	publicid%
mesage	publi
mesage	pub
mesage	pubs
mesage	promo
mesage	promos
mesage	promotion%
mesage	spam%
mesage	newsleter%
mesage	marketing
mesage	texts
mesage	txts
mesage	txt
mesage	texting
mesage	ads
mesage	advert%
mesage	notification
mesage	notifications
mesage	notif
mesage	notifs
mesage	solicit%
mesage	demarchag%
mesage	prospection
mesage	reclam%
mesage	werb%
mesage	nachricht%
mesage	rundnachricht%
mesage	mensaj%
mesage	mensag%
mesage	propagand%
mesage	berich%
mesage	wiadom%
mesage	reklam%
mesage	ofert%
mesage	ofre
mesage	ofres
mesage	ofers
mesage	angebot%
mesage	anbieding%
mesage	mailing%
mesage	notificac%
mesage	aviso
mesage	avisos
mesage	comunicaz%
mesage	comunicac%
mesage	comunicat%
number	numero%
number	num
number	nr
number	number
number	numer
number	numeru
number	numery
number	numbers
number	numr
number	tel
number	telephone
number	telefon%
number	portable
number	mobile
number	movil
number	handy
number	handynumer
number	cel
number	celulare
number	telemovel
number	06
number	07
number	cordones
number	dones
number	data
number	daten
number	datos
number	dati
number	gegevens
number	dados
number	dane
number	danych
number	details
number	contact
number	contacts
number	contacto
number	contato
number	contatos
number	contactos
number	kontakt%
list	list
list	lists
list	lischt%
list	liste
list	listes
list	lista
list	listas
list	listy
list	listen
list	lijst
list	lijsten
list	fichier
list	fichiers
list	fichero
list	base
list	bases
list	bd
list	database
list	datenbank
list	verteiler
list	adresbuch
list	kartei
list	registre
list	registro
list	registri
list	elenco
list	rubrica
list	archivi%
list	bestand
list	baza
list	bazy
list	difusion
list	mailinglist%
list	subscri%
list	subskr%
list	abonement
list	suscrip%
send	envoy%
send	envoi%
send	menvoy%
send	ecriv%
send	ecrir%
send	mecriv%
send	mecrir%
send	recontact%
send	contactez
send	contacter
send	contacte
send	derang%
send	importun%
send	harcel%
send	relanc%
send	embet%
send	emerd%
send	send
send	sends
send	sending
send	sent
send	texting
send	mesaging
send	contacting
send	bothering
send	spaming
send	hasl%
send	hasel%
send	schick%
send	schrib%
send	senden
send	sendet
send	schreib%
send	kontaktier%
send	belastig%
send	anruf%
send	manden
send	mandeis
send	mandes
send	mandad
send	mandate
send	mandem
send	mande
send	manda
send	mandado
send	mandar%
send	enviar%
send	enviad%
send	envie%
send	escrib%
send	escrev%
send	molest%
send	scriv%
send	inviat%
send	inviare
send	contatat%
send	stur
send	sturen
send	sturt
send	schrijf
send	schrijven
send	mailen
send	lastig%
send	wysyl%
send	przysyl%
send	piszcie
send	pisz
send	pisac
send	kontaktow%
send	nekac
send	nekaj%
receive	recev%
receive	resev%
receive	receiv%
receive	reciev%
receive	geting
receive	erhalten
receive	bekomen
receive	kriegen
receive	recibir
receive	ricever%
receive	ontvang%
receive	receber
receive	otrzym%
receive	dostawac
receive	kreien
want	veux
want	veut
want	veu
want	ve
want	vx
want	voulons
want	voudrais
want	souhait%
want	besoin
want	envie
want	envi
want	desir%
want	acept%
want	recev%
want	recoi%
want	resev%
want	want
want	wana
want	wish
want	ned
want	receiv%
want	reciev%
want	get
want	geting
want	mochte%
want	wil
want	wils
want	woln
want	brauch%
want	erhalten
want	bekomen
want	kriegen
want	wunsch%
want	quiero
want	kiero
want	queremos
want	deseo
want	recibir
want	necesit%
want	volio
want	voglio
want	vogliamo
want	desider%
want	ricev%
want	bisogno
want	wens%
want	ontvang%
want	hoef
want	quero
want	desejo
want	preciso
want	receber
want	chce
want	chcemy
want	chcialbym
want	zycz%
want	otrzym%
want	potrzeb%
want	wel
them	me
them	m
them	moi
them	nous
them	us
them	mich
them	uns
them	mij
them	mnie
them	nas
them	mech
them	eis
me	me
me	m
me	moi
me	nous
me	my
me	mon
me	ma
me	mes
me	mn
me	us
me	mich
me	mir
me	mein%
me	uns
me	mi
me	mis
me	nos
me	ci
me	mio
me	mia
me	miei
me	mij
me	mijn
me	ons
me	meu
me	meus
me	minha
me	mnie
me	moj%
me	nam
me	nas
me	mech
me	mer
me	meng
me	eis
refuse	refus%
refuse	opos%
refuse	mopos%
refuse	interdi%
refuse	object%
refuse	withdraw%
refuse	revok%
refuse	revoc%
refuse	revoq%
refuse	widerspr%
refuse	wideruf%
refuse	untersag%
refuse	verbiet%
refuse	bezwar
refuse	oponho
refuse	opong%
refuse	sprzeciw%
refuse	cofam
refuse	wycofuj%
refuse	odwol%
consent	consent%
consent	autoris%
consent	autoriz%
consent	authoriz%
consent	permision%
consent	einwilig%
consent	toestem%
consent	consens%
consent	zgod%
peace	paix
peace	peace
peace	ruhe
peace	rue
peace	rou
peace	paz
peace	pace
peace	rust
peace	spokoj%
peace	tranquil%
peace	trankil%
law	cnil
law	autoriteit
law	personsgegevens
law	rgpd
law	gdpr
law	dsgvo
law	aepd
law	garante
law	uodo
law	rodo
law	ico
law	tcpa
law	fc
law	bloctel
law	33700
law	plainte
law	plaintes
law	complaint
law	anzeige
law	denunci%
law	esposto
law	klacht
law	angifte
law	queixa
law	skarg%
law	bundesnetzagentur
law	verbraucherzentrale
law	datenschutz%
law	dgcrf
law	ofcom
law	acm
law	agcom
law	cnpd
law	anpd
law	uokik
law	7726
threat	avocat%
threat	lawyer%
threat	solicitor%
threat	atorney
threat	anwalt%
threat	abogad%
threat	advocat%
threat	advogad%
threat	prawnik%
threat	polic%
threat	poliz%
threat	tribunal
threat	justice
threat	sue
threat	suing
threat	legal
threat	court
threat	gericht
threat	rechtbank
threat	sad
threat	signale
threat	signaler
threat	signalement
threat	reported
threat	reporting
threat	denonc%
threat	querel%
threat	ilegal%
threat	poursuit%
threat	procureur
you	vous
you	tu
you	te
you	t
you	vos
you	votre
you	you
you	u
you	your
you	ihr
you	euch
you	sie
you	ihre
you	os
you	vosotros
you	ustedes
you	vi
you	voi
you	uw
you	voces
you	panstw%
you	was
you	wam
you	wy
rude	voleur
rude	voleurs
rude	menteur
rude	menteurs
rude	bandit
rude	bandits
rude	thieves
rude	croks
rude	liars
rude	betruger
rude	lugner
rude	ladron%
rude	mentiros%
rude	ladri
rude	bugiardi
rude	dieven
rude	leugenars
rude	ladroes
rude	zlodziej%
rude	klamc%
rude	nul
rude	nuls
rude	nules
rude	bales
rude	rubish
rude	garbage
rude	mist
rude	schifo
rude	wardelos%
rude	useles
rude	pathetic
rude	harcel%
rude	haras%
rude	degag%
rude	foutez
rude	foute
rude	fichez
rude	fout
rude	merde
rude	merdes
rude	chier
rude	chiez
rude	chiant%
rude	emerd%
rude	conard
rude	conards
rude	coneries
rude	saoul%
rude	soulez
rude	soule
rude	gonfl%
rude	relou%
rude	lourd
rude	lourds
rude	caez
rude	casez
rude	arnaq%
rude	escro%
rude	scam%
rude	fuck%
rude	pis
rude	sod
rude	buger
rude	bolocks
rude	shit%
rude	crap
rude	anoy%
rude	pester%
rude	nerv%
rude	verpis%
rude	scheis%
rude	arsch%
rude	belastig%
rude	mierda
rude	joder
rude	cono
rude	pesado
rude	pesados
rude	pesada
rude	pesadas
rude	harto
rude	hartos
rude	harta
rude	hartas
rude	cansado
rude	cansados
rude	cansada
rude	cansadas
rude	cansin%
rude	molest%
rude	estaf%
rude	rompe%
rude	scoc%
rude	stufo
rude	stufa
rude	vafan%
rude	cazo
rude	pale
rude	truf%
rude	rotop
rude	kut
rude	fliker
rude	donder
rude	oplicht%
rude	merda
rude	pora
rude	chato
rude	chatos
rude	burla
rude	spierda%
rude	wypierda%
rude	odpierd%
rude	kurw%
rude	odczep%
rude	odwal%
rude	spadaj%
rude	oszust%
rude	natret%
rude	wkurw%
bother	exager%
bother	abus%
bother	esager%
bother	overdrij%
bother	ubertreib%
bother	przesad%
bother	fatigu%
bother	derang%
bother	enerv%
bother	agac%
bother	gonfl%
bother	saoul%
bother	importun%
bother	taner
bother	lasez
bother	lase
bother	calme
bother	calmez
bother	enui%
bother	enuy%
bother	nerv%
bother	stort
bother	storen
bother	storst
bother	molest%
bother	fastid%
bother	disturb%
bother	lastig
bother	vervel%
bother	irit%
bother	incomod%
bother	chatei%
bother	denerw%
bother	anoy%
bother	bother%
bother	pestering
bother	hart
bother	harto
bother	harta
interest	interes
interest	interese%
interest	interest
interest	interested
interest	interesado
interest	interesada
interest	zainteresowan%
again	encore
again	wieder
again	otra
again	again
again	ancora
again	wer
again	alwer
again	outra
again	znowu
again	znow
again	nochmal
take	nehm%
take	nim
take	nem%
take	take
take	taking
take	hal
take	saca%
take	saque%
take	met%
take	sort%
take	tirem
take	tire
take	tira
take	zab%
take	wez%
take	leva%
take	prend%
right	droit
right	permet
right	permis
right	permit
right	autoris%
right	permision
right	erlaub%
right	permiso
right	autoriz%
right	toesteming
right	pozwol%
right	pozwala
right	recht
right	derecho
right	dirito
right	direito
right	prawo
who	qui
who	quel
who	who
who	what
who	wer
who	welches
who	quien
who	quienes
who	chi
who	wie
who	quem
who	kto
who	jakim
know	conais
know	conaisons
know	know
know	kene
know	kenen
know	kenst
know	conozco
know	conocemos
know	conosco
know	conosciamo
know	ken
know	conheco
know	conhecemos
know	znam
know	znamy
use	utilis%
use	use
use	using
use	benutz%
use	verwend%
use	nutz%
use	usar
use	usen
use	useis
use	usare
use	usate
use	gebruik%
use	utilizar
use	utilizem
use	uzywa%
keep	gardez
keep	garde
keep	garder
keep	kep
keep	stick
keep	shove
keep	behalt%
keep	quedese
keep	quedaos
keep	quedate
keep	guardaos
keep	tenetevi
keep	tieniti
keep	houd
keep	hou
keep	zatrzymajcie
much	trop
much	many
much	much
much	viel
much	viele
much	demasiad%
much	tropo
much	tropi
much	tropa
much	vel
much	demais
much	duzo
wrong	geirt
wrong	vergist
wrong	trompez
wrong	trompe
wrong	tromper
wrong	tromp
wrong	ereur
wrong	wrong
wrong	falsch%
wrong	verwahlt
wrong	equivoc%
wrong	erone%
wrong	sbaglia%
wrong	erato
wrong	verkerd%
wrong	enganad%
wrong	engano
wrong	enganou
wrong	erado
wrong	erada
wrong	pomylk%
wrong	zly
wrong	bledny
wrong	decede
wrong	mort
wrong	deceased
wrong	verstorben
wrong	falecid%
wrong	faleceu
wrong	falecio
wrong	deceduto
wrong	overleden
wrong	zmarl%
wrong	zyje
more	meh
more	plus
more	plu
more	pu
more	more
more	mehr
more	mer
more	mas
more	piu
more	mais
more	wiecej
more	jamais
more	again
more	anymore
more	nunca
more	mai
more	noit
more	nigdy
more	nie
more	niemals
more	mei
more	encore
more	further
more	weitere
more	nuevo
thing	comand%
thing	factur%
thing	colis
thing	paquet
thing	livr%
thing	rdv
thing	rendez
thing	devis
thing	recibo
thing	rendezvous
thing	termin
thing	termine
thing	termins
thing	cita
thing	citas
thing	apuntament%
thing	afspra%
thing	wizyt%
thing	order
thing	orders
thing	orden
thing	pedido
thing	bestel%
thing	rechnung
thing	faktur%
thing	fatura
thing	invoice
thing	bil
thing	apointment
thing	apointments
thing	leson
thing	lecon
thing	cours
thing	mot
thing	file
thing	fichiers
thing	photo
thing	photos
thing	foto
thing	fotos
thing	picture
thing	ligne
thing	line
thing	item
thing	article
thing	produit
thing	carte
thing	card
thing	reserv%
thing	buchung
thing	prenot%
thing	lot
thing	lots
thing	panier
thing	cart
thing	basket
thing	conto
thing	menu
thing	oignon%
thing	cipol%
thing	cebol%
thing	onion%
thing	meting
thing	reunion
thing	riunion%
thing	table
thing	rom
thing	chambre
thing	place
thing	tableau
thing	siret
thing	siren
thing	iban
about_thanks	merci%
about_thanks	remerci%
about_thanks	thank%
about_thanks	thx
about_thanks	ty
about_thanks	chers
about_thanks	danke%
about_thanks	dank
about_thanks	gracias
about_thanks	grazie
about_thanks	bedankt
about_thanks	obrigad%
about_thanks	dziek%
about_thanks	mersi
about_please	svp
about_please	stp
about_please	plait
about_please	please
about_please	pls
about_please	plz
about_please	kindly
about_please	bite
about_please	porfa%
about_please	favor
about_please	favore
about_please	cortesia
about_please	aub
about_please	alstublieft
about_please	alsjeblieft
about_please	gelift
about_please	wgl
about_please	prosze
about_please	grag
about_please	wanechgelift
about_greeting	bonjour
about_greeting	bonsoir
about_greeting	salut
about_greeting	coucou
about_greeting	helo
about_greeting	hi
about_greeting	hey
about_greeting	morning
about_greeting	evening
about_greeting	halo
about_greeting	guten
about_greeting	gruezi
about_greeting	moin
about_greeting	hola
about_greeting	buenos
about_greeting	buenas
about_greeting	buongiorno
about_greeting	buonasera
about_greeting	ciao
about_greeting	salve
about_greeting	goedemorgen
about_greeting	goedendag
about_greeting	ola
about_greeting	dzien
about_greeting	dobry
about_greeting	czesc
about_greeting	moien
about_yes	oui
about_yes	ouais
about_yes	ok
about_yes	okay
about_yes	okey
about_yes	dacord
about_yes	acord
about_yes	yes
about_yes	yep
about_yes	yeah
about_yes	sure
about_yes	ja
about_yes	jo
about_yes	jep
about_yes	klar
about_yes	vale
about_yes	si
about_yes	claro
about_yes	sim
about_yes	tak
about_yes	prima
about_yes	akord
about_yes	dobrze
about_yes	parfait%
about_yes	perfect%
about_yes	perfekt%
about_yes	super
about_yes	genial%
about_yes	great
about_yes	past
about_yes	pasok
about_yes	confirm%
about_yes	bestatig%
about_yes	bevestig%
about_yes	potwierdz%
about_yes	valide
about_yes	note
about_yes	noted
about_yes	entendu
about_yes	gerne
about_yes	top
about_yes	lovely
about_yes	bril%
about_refusing	non
about_refusing	nan
about_refusing	no
about_refusing	nope
about_refusing	nah
about_refusing	nein
about_refusing	ne
about_refusing	nao
about_refusing	nie
about_refusing	nen
about_day	lundi
about_day	mardi
about_day	mercredi
about_day	jeudi
about_day	vendredi
about_day	samedi
about_day	dimanche
about_day	monday
about_day	tuesday
about_day	wednesday
about_day	thursday
about_day	friday
about_day	saturday
about_day	sunday
about_day	mon
about_day	tue
about_day	wed
about_day	thu
about_day	fri
about_day	montag
about_day	dienstag
about_day	mitwoch
about_day	donerstag
about_day	freitag
about_day	samstag
about_day	sontag
about_day	lunes
about_day	martes
about_day	miercoles
about_day	jueves
about_day	viernes
about_day	sabado
about_day	domingo
about_day	lunedi
about_day	martedi
about_day	mercoledi
about_day	giovedi
about_day	venerdi
about_day	sabato
about_day	domenica
about_day	mandag
about_day	dinsdag
about_day	woensdag
about_day	donderdag
about_day	vrijdag
about_day	zaterdag
about_day	zondag
about_day	segunda
about_day	terca
about_day	quarta
about_day	quinta
about_day	sexta
about_day	poniedzial%
about_day	wtorek
about_day	srod%
about_day	czwartek
about_day	piatek
about_day	sobot%
about_day	niedziel%
about_day	meindeg
about_day	denschdeg
about_day	doneschdeg
about_day	freideg
about_day	samschdeg
about_day	sondeg
about_day	wekend
about_day	wochenende
about_day	finde
about_time	demain
about_time	hier
about_time	heure
about_time	heures
about_time	h
about_time	min
about_time	midi
about_time	matin
about_time	soir
about_time	semaine%
about_time	mois
about_time	tomorow
about_time	yesterday
about_time	today
about_time	tonight
about_time	oclock
about_time	am
about_time	pm
about_time	hour
about_time	hours
about_time	wek%
about_time	month
about_time	morgen
about_time	heute
about_time	gestern
about_time	uhr
about_time	stunde%
about_time	woche%
about_time	monat
about_time	manana
about_time	hoy
about_time	ayer
about_time	hora
about_time	horas
about_time	tarde
about_time	noche
about_time	semana%
about_time	mes
about_time	domani
about_time	ogi
about_time	ieri
about_time	ora
about_time	ore
about_time	setiman%
about_time	mese
about_time	vandag
about_time	gisteren
about_time	ur
about_time	mand
about_time	amanha
about_time	hoje
about_time	ontem
about_time	manha
about_time	noite
about_time	jutro
about_time	dzis%
about_time	wczoraj
about_time	godzin%
about_time	minut%
about_time	tydzien
about_time	miesiac
about_time	muer
about_time	haut
about_time	auer
about_time	later
about_time	spater
about_time	luego
about_time	dopo
about_time	pozniej
about_time	depois
about_time	bald
about_time	son
about_time	bientot
about_arrive	ariv%
about_arrive	viens
about_arrive	venir
about_arrive	viendr%
about_arrive	serai
about_arrive	serons
about_arrive	seront
about_arrive	retard%
about_arrive	coming
about_arrive	come
about_arrive	late
about_arrive	runing
about_arrive	way
about_arrive	there
about_arrive	kom
about_arrive	kome%
about_arrive	unterwegs
about_arrive	spat
about_arrive	verspat%
about_arrive	lego
about_arrive	legar%
about_arrive	legamos
about_arrive	voy
about_arrive	vamos
about_arrive	camino
about_arrive	ritardo
about_arrive	vengo
about_arrive	veniamo
about_arrive	onderweg
about_arrive	later
about_arrive	chego
about_arrive	chegar
about_arrive	atrasad%
about_arrive	caminho
about_arrive	jade
about_arrive	bede
about_arrive	spozni%
about_meeting	rdv
about_meeting	rendez
about_meeting	rendezvous
about_meeting	reunion
about_meeting	apointment
about_meeting	boking
about_meeting	bok
about_meeting	boked
about_meeting	reserv%
about_meeting	meting
about_meeting	termin%
about_meeting	besprechung
about_meeting	cita%
about_meeting	consulta
about_meeting	turno
about_meeting	apuntament%
about_meeting	prenot%
about_meeting	riunione
about_meeting	visita
about_meeting	afspra%
about_meeting	overleg
about_meeting	marcac%
about_meeting	marcar
about_meeting	wizyt%
about_meeting	spotkan%
about_meeting	table
about_meeting	tisch
about_meeting	mesa
about_meeting	tavolo
about_meeting	tafel
about_meeting	stolik
about_meeting	slot
about_meeting	place
about_meeting	places
about_meeting	platz
about_meeting	platze
about_meeting	plaza%
about_meeting	posti
about_meeting	plek%
about_meeting	plak
about_meeting	lugar%
about_meeting	miejsc%
about_meeting	seat%
about_order	comand%
about_order	colis
about_order	paquet
about_order	livr%
about_order	panier
about_order	article
about_order	order%
about_order	parcel
about_order	package
about_order	deliver%
about_order	basket
about_order	item
about_order	bestel%
about_order	paket
about_order	liefer%
about_order	pedido
about_order	encargo
about_order	paquete
about_order	envio
about_order	ordin%
about_order	paco
about_order	conseg%
about_order	spedi%
about_order	bezorg%
about_order	encomend%
about_order	entrega
about_order	zamowien%
about_order	paczk%
about_order	przesylk%
about_order	pak
about_money	prix
about_money	coute
about_money	combien
about_money	euro
about_money	euros
about_money	payer
about_money	paye
about_money	pai%
about_money	rembours%
about_money	factur%
about_money	price
about_money	cost%
about_money	much
about_money	pay
about_money	refund
about_money	invoice
about_money	bil
about_money	preis
about_money	kostet
about_money	kosten
about_money	zahlen
about_money	rechnung
about_money	geld
about_money	precio
about_money	cuesta
about_money	pagar
about_money	rembols%
about_money	dinero
about_money	prezo
about_money	pagare
about_money	rimbors%
about_money	fatur%
about_money	soldi
about_money	prijs
about_money	kost
about_money	betal%
about_money	preco
about_money	custa
about_money	cena
about_money	kosztuje
about_money	zaplac%
about_money	zwrot%
about_money	pieniedz%
about_money	kascht
about_money	carte
about_money	card
about_money	karte
about_money	tarjeta
about_money	carta
about_open	ouvert%
about_open	ouvr%
about_open	ferm%
about_open	horaire%
about_open	open%
about_open	close%
about_open	closing
about_open	hours
about_open	geofnet
about_open	ofen
about_open	ofnungszeit%
about_open	zu
about_open	schliest
about_open	macht
about_open	abierto%
about_open	abren
about_open	cerad%
about_open	cier%
about_open	horario
about_open	apert%
about_open	chius%
about_open	chiudete
about_open	orari
about_open	dicht
about_open	sluit%
about_open	aberto
about_open	abrem
about_open	fecha%
about_open	otwart%
about_open	zamyk%
about_open	zamkn%
about_open	czyn%
about_open	op
about_place	adrese
about_place	adres
about_place	rue
about_place	parking
about_place	aret
about_place	gare
about_place	tram
about_place	bus
about_place	metro
about_place	train
about_place	quai
about_place	porte
about_place	magasin
about_place	boutique
about_place	stret
about_place	park
about_place	station
about_place	shop
about_place	store
about_place	strase
about_place	haltestele
about_place	zug
about_place	bahnhof
about_place	laden
about_place	geschaft
about_place	direcion
about_place	cale
about_place	parada
about_place	tienda
about_place	tren
about_place	indirizo
about_place	via
about_place	fermata
about_place	treno
about_place	negozio
about_place	strat
about_place	halte
about_place	winkel
about_place	trein
about_place	parkeren
about_place	morada
about_place	rua
about_place	paragem
about_place	loja
about_place	ulica
about_place	przystan%
about_place	sklep
about_place	pociag
about_place	butek
about_offer	promo%
about_offer	sold%
about_offer	remise
about_offer	reduc%
about_offer	ofre%
about_offer	sale
about_offer	sales
about_offer	discount
about_offer	code
about_offer	voucher
about_offer	coupon
about_offer	deal
about_offer	deals
about_offer	ofer%
about_offer	aktion%
about_offer	angebot%
about_offer	rabat%
about_offer	gutschein
about_offer	descuento
about_offer	rebajas
about_offer	sconto
about_offer	sconti
about_offer	saldi
about_offer	acties
about_offer	actie
about_offer	korting
about_offer	anbieding%
about_offer	desconto
about_offer	znizk%
about_offer	wyprzedaz%
about_offer	bon
about_offer	bons
about_works	marche
about_works	fonctione%
about_works	lien
about_works	site
about_works	apli
about_works	code
about_works	work%
about_works	link
about_works	broken
about_works	website
about_works	ap
about_works	geht
about_works	funktioniert
about_works	seite
about_works	funciona%
about_works	enlace
about_works	pagina
about_works	funziona%
about_works	sito
about_works	werkt
about_works	dziala
about_works	strona
about_works	va
about_works	pasword%
about_works	login
about_works	acount
about_works	compte
about_works	konto
about_works	cuenta
about_works	conto
about_works	conta
about_works	konta
about_person	fils
about_person	file
about_person	enfant%
about_person	mari
about_person	feme
about_person	mere
about_person	maman
about_person	papa
about_person	pere
about_person	soeur
about_person	frere
about_person	son
about_person	daughter
about_person	kid%
about_person	child%
about_person	husband
about_person	wife
about_person	mother
about_person	mum
about_person	mom
about_person	dad
about_person	father
about_person	sister
about_person	brother
about_person	sohn
about_person	tochter
about_person	kind%
about_person	man
about_person	frau
about_person	muter
about_person	vater
about_person	mama
about_person	schwester
about_person	bruder
about_person	hijo%
about_person	hija%
about_person	marido
about_person	mujer
about_person	madre
about_person	padre
about_person	hermana
about_person	hermano
about_person	figlio
about_person	figlia
about_person	marito
about_person	moglie
about_person	sorela
about_person	fratelo
about_person	zon
about_person	dochter
about_person	vrouw
about_person	moeder
about_person	vader
about_person	zus
about_person	broer
about_person	filho
about_person	filha
about_person	mulher
about_person	mae
about_person	pai
about_person	irma
about_person	syn
about_person	corka
about_person	maz
about_person	zona
about_person	tata
about_person	brat
about_person	siostra
about_ill	malade%
about_ill	fievre
about_ill	medecin
about_ill	docteur
about_ill	hopital
about_ill	sick
about_ill	il
about_ill	fever
about_ill	doctor
about_ill	hospital
about_ill	krank%
about_ill	fieber
about_ill	arzt
about_ill	enferm%
about_ill	fiebre
about_ill	medico
about_ill	malat%
about_ill	febre
about_ill	dotor%
about_ill	ospedale
about_ill	ziek%
about_ill	korts
about_ill	dokter
about_ill	doente
about_ill	chor%
about_ill	goraczk%
about_ill	lekarz%
about_ill	szpital%
about_food	piza%
about_food	menu
about_food	oignon%
about_food	fromage
about_food	sauce
about_food	desert
about_food	olive
about_food	olives
about_food	lait
about_food	cafe
about_food	repas
about_food	onion%
about_food	chese
about_food	milk
about_food	cake
about_food	cofe
about_food	meal
about_food	zwiebel%
about_food	kase
about_food	milch
about_food	kuchen
about_food	kafe
about_food	esen
about_food	cebola
about_food	queso
about_food	leche
about_food	postre
about_food	cipol%
about_food	formagio
about_food	late
about_food	dolce
about_food	ui
about_food	kas
about_food	melk
about_food	queijo
about_food	leite
about_food	cebul%
about_food	ser
about_food	mleko
about_food	ciasto
about_food	pain
about_food	bread
about_food	brot
about_food	pan
about_food	pane
about_food	brod
about_food	pao
about_food	chleb
about_count	un
about_count	une
about_count	deux
about_count	trois
about_count	quatre
about_count	cinq
about_count	six
about_count	persone
about_count	persones
about_count	couverts
about_count	one
about_count	two
about_count	thre
about_count	four
about_count	five
about_count	people
about_count	adult%
about_count	zwei
about_count	drei
about_count	vier
about_count	funf
about_count	personen
about_count	dos
about_count	tres
about_count	cuatro
about_count	personas
about_count	due
about_count	tre
about_count	quatro
about_count	twe
about_count	drie
about_count	dois
about_count	duas
about_count	pesoas
about_count	dwa
about_count	dwie
about_count	trzy
about_count	osob%
about_call	apel%
about_call	rapel%
about_call	telephon%
about_call	cal
about_call	ring
about_call	anruf%
about_call	ruckruf
about_call	rufen
about_call	ruft
about_call	lam%
about_call	chiam%
about_call	bel
about_call	belen
about_call	terugbel%
about_call	ligu%
about_call	ligar
about_call	dzwon%
about_call	odzwon%
about_question	quand
about_question	coment
about_question	ou
about_question	pourquoi
about_question	quel%
about_question	combien
about_question	when
about_question	how
about_question	where
about_question	why
about_question	which
about_question	what
about_question	wan
about_question	wie
about_question	wo
about_question	warum
about_question	welche%
about_question	cuando
about_question	como
about_question	donde
about_question	cual
about_question	porque
about_question	quando
about_question	dove
about_question	quale
about_question	quanto
about_question	waner
about_question	hoe
about_question	war
about_question	warom
about_question	welke
about_question	onde
about_question	qual
about_question	kiedy
about_question	jak
about_question	gdzie
about_question	dlaczego
about_question	ktory%
about_question	wei
about_question	wou
about_question	wini
about_question	czy
about_question	ile
about_like	adore%
about_like	aime%
about_like	hate
about_like	love%
about_like	like%
about_like	enjoy%
about_like	liebe%
about_like	tol%
about_like	klase
about_like	gefal%
about_like	encanta%
about_like	gusta%
about_like	adoro
about_like	piac%
about_like	bel%
about_like	moi
about_like	leuk%
about_like	gosto
about_like	lubie
about_like	fajn%
about_like	bravo
about_like	continu%
about_like	weiter
about_like	seguid
about_like	sigan
about_like	siga
about_like	avanti
about_like	dor
about_like	dalej
about_like	merveil%
about_like	excelen%
about_change	chang%
about_change	report%
about_change	repous%
about_change	decal%
about_change	deplac%
about_change	avanc%
about_change	mov%
about_change	reschedul%
about_change	postpon%
about_change	switch
about_change	verschieb%
about_change	verleg%
about_change	ander%
about_change	cambi%
about_change	aplaz%
about_change	spost%
about_change	rimand%
about_change	verzet%
about_change	verplats%
about_change	mudar
about_change	adiar
about_change	remarc%
about_change	przeloz%
about_change	przenies%
about_change	zmien%
about_change	anul%
about_change	cancel%
about_change	absag%
about_change	storn%
about_change	afzeg%
about_change	odwol%
about_nuisance	pesad%
about_nuisance	cansin%
about_nuisance	relou%
about_nuisance	lourd%
about_nuisance	chiant%
about_nuisance	penible%
about_nuisance	gonflant%
about_nuisance	soulant%
about_nuisance	agacant%
about_nuisance	enerv%
about_nuisance	saoul%
about_nuisance	mare
about_nuisance	ras
about_nuisance	anoying
about_nuisance	anoyed
about_nuisance	sick
about_nuisance	tired
about_nuisance	fed
about_nuisance	nervig%
about_nuisance	nervt
about_nuisance	nervtot%
about_nuisance	lastig
about_nuisance	hart%
about_nuisance	cansad%
about_nuisance	agobi%
about_nuisance	pale
about_nuisance	noia
about_nuisance	stanc%
about_nuisance	stufo
about_nuisance	stufa
about_nuisance	pesanti
about_nuisance	iritant%
about_nuisance	vervelend
about_nuisance	beu
about_nuisance	zat
about_nuisance	chato%
about_nuisance	chata%
about_nuisance	seca
about_nuisance	farto
about_nuisance	farta
about_nuisance	wkurz%
about_nuisance	denerw%
about_nuisance	upierdl%
about_nuisance	natret%
about_nuisance	dosc
about_nuisance	mecz%
about_nuisance	molest%
about_nuisance	zenuw%
about_shame	honte%
about_shame	scandal%
about_shame	shame%
about_shame	disgrac%
about_shame	disgust%
about_shame	outrag%
about_shame	unbeliev%
about_shame	frech%
about_shame	unversch%
about_shame	verguenza
about_shame	vergog%
about_shame	schand%
about_shame	bescham%
about_shame	vergonha
about_shame	wstyd%
about_shame	skandal%
about_shame	abus%
about_shame	inadmisib%
about_shame	inacept%
about_shame	indecen%
about_shame	ridicul%
about_shame	rubish
about_shame	quatsch
about_shame	blague
about_shame	moqu%
about_shame	jok%
about_shame	foutage
about_shame	insolen%
about_shame	toupet
about_shame	chek
about_shame	descaro
about_shame	caradura
about_swindle	arnaq%
about_swindle	escroc%
about_swindle	scam%
about_swindle	fraud%
about_swindle	phish%
about_swindle	spam%
about_swindle	fake
about_swindle	betrug%
about_swindle	abzock%
about_swindle	estafa%
about_swindle	timo
about_swindle	truf%
about_swindle	fregatur%
about_swindle	oplicht%
about_swindle	nep
about_swindle	burla%
about_swindle	golpe
about_swindle	oszu%
about_swindle	wyludz%
about_swindle	fishing
about_swindle	hamecon%
about_swindle	virus
about_going	demenag%
about_going	quit%
about_going	habit%
about_going	parti
about_going	vendu
about_going	moved
about_going	move
about_going	sold
about_going	left
about_going	live
about_going	living
about_going	member
about_going	umgezog%
about_going	weg
about_going	verkauft
about_going	wohn%
about_going	ausgezogen
about_going	mitglied
about_going	mude%
about_going	mudo%
about_going	muda%
about_going	vendi%
about_going	vivo
about_going	socio
about_going	socia
about_going	trasferit%
about_going	vendut%
about_going	abito
about_going	abita
about_going	verhuisd
about_going	verkocht
about_going	won%
about_going	lid
about_going	moro
about_going	przeprowadz%
about_going	sprzeda%
about_going	mieszk%
about_going	adherent%
about_going	abone
about_going	membre
about_going	client%
about_going	kund%
about_going	customer
about_going	klant
about_going	klient%
about_going	cliest%
about_going	abonent
about_going	inscrit%
about_dead	mort
about_dead	morte
about_dead	dece%
about_dead	disparu%
about_dead	pased
about_dead	died
about_dead	dead
about_dead	tot
about_dead	gestorb%
about_dead	verstorb%
about_dead	muri%
about_dead	muert%
about_dead	falec%
about_dead	morto
about_dead	morta
about_dead	mancat%
about_dead	scompars%
about_dead	overled%
about_dead	dod
about_dead	gestorven
about_dead	moreu
about_dead	zmarl%
about_dead	zyje
about_dead	umarl%
about_often	jours
about_often	chaque
about_often	toujours
about_often	souvent
about_often	trop
about_often	beaucoup
about_often	tant
about_often	fois
about_often	every
about_often	always
about_often	often
about_often	constant%
about_often	times
about_often	many
about_often	lot
about_often	lots
about_often	much
about_often	jeden
about_often	jede
about_often	imer
about_often	oft
about_often	staendig
about_often	standig
about_often	viele
about_often	zuviel%
about_often	dauernd
about_often	cada
about_often	siempre
about_often	tantos
about_often	tantas
about_often	muchos
about_often	muchas
about_often	demasiad%
about_often	veces
about_often	ogni
about_often	sempre
about_often	tropi
about_often	trope
about_often	tropo
about_often	tropa
about_often	speso
about_often	tanti
about_often	volte
about_often	elke
about_often	iedere
about_often	altijd
about_often	vak
about_often	vel
about_often	steds
about_often	todos
about_often	muitas
about_often	muitos
about_often	demais
about_often	vezes
about_often	ciagle
about_often	codzienie
about_often	zawsze
about_often	duzo
about_often	czesto
about_often	wiele
about_often	kazdy
about_often	vil
about_less	moins
about_less	espac%
about_less	reduire
about_less	les
about_less	fewer
about_less	weniger
about_less	seltener
about_less	menos
about_less	meno
about_less	minder
about_less	rarer
about_less	rzadziej
about_less	mniej
about_less	maximum
about_less	sufirai%
about_less	sufit
about_less	plenty
about_less	reicht
about_less	basta
about_less	genoeg
about_less	chega
about_less	wystarczy
about_less	genug
about_less	enough
about_less	asez
about_less	suficiente
about_less	abastanza
about_enrol	inscri%
about_enrol	abon%
about_enrol	enregistr%
about_enrol	souscri%
about_enrol	demande
about_enrol	signed
about_enrol	sign
about_enrol	subscrib%
about_enrol	registered
about_enrol	joined
about_enrol	asked
about_enrol	angemeldet
about_enrol	eingetragen
about_enrol	bestelt
about_enrol	apunt%
about_enrol	registr%
about_enrol	suscri%
about_enrol	pedi
about_enrol	iscrit%
about_enrol	chiesto
about_enrol	angemeld
about_enrol	ingeschreven
about_enrol	geregistrerd
about_enrol	inscrevi
about_enrol	registei
about_enrol	zapis%
about_enrol	zarejestr%
about_enrol	ugemelt
about_noise	reveil%
about_noise	dors%
about_noise	dorm%
about_noise	dort%
about_noise	nuit
about_noise	minuit
about_noise	dodo
about_noise	woke
about_noise	slep%
about_noise	aslep
about_noise	night
about_noise	midnight
about_noise	geweckt
about_noise	schlaf%
about_noise	geschlafen
about_noise	nacht
about_noise	despert%
about_noise	noche
about_noise	svegliat%
about_noise	note
about_noise	waker
about_noise	sliep
about_noise	slap%
about_noise	acord%
about_noise	noite
about_noise	obudz%
about_noise	spie
about_noise	noc
about_polite	pouriez
about_polite	pouvez
about_polite	posible
about_polite	voudrais
about_polite	aimerais
about_polite	souhaiterais
about_polite	could
about_polite	would
about_polite	might
about_polite	konten
about_polite	konen
about_polite	mochte
about_polite	wurde
about_polite	podrian
about_polite	podrias
about_polite	quisiera
about_polite	gustaria
about_polite	potreste
about_polite	potete
about_polite	vorei
about_polite	posibile
about_polite	zou
about_polite	kunt
about_polite	kunen
about_polite	mogelijk
about_polite	poderiam
about_polite	podem
about_polite	gostaria
about_polite	preferia
about_polite	czy
about_polite	moglibyscie
about_polite	mozna
about_polite	mozecie
about_polite	wolalbym
`,
  smallWords: `language	word
fr	je
fr	j
fr	tu
fr	vous
fr	nous
fr	on
fr	il
fr	elle
fr	ne
fr	n
fr	pas
fr	plus
fr	les
fr	des
fr	du
fr	de
fr	la
fr	le
fr	l
fr	un
fr	une
fr	mon
fr	ma
fr	mes
fr	vos
fr	votre
fr	ce
fr	cette
fr	ces
fr	est
fr	et
fr	ou
fr	que
fr	qui
fr	quoi
fr	pour
fr	par
fr	sur
fr	avec
fr	dans
fr	merci
fr	bonjour
fr	svp
fr	stp
fr	moi
fr	me
fr	m
fr	c
fr	ca
fr	oui
fr	non
fr	mais
fr	au
fr	aux
fr	comment
fr	pourquoi
fr	quand
fr	ai
fr	suis
fr	etes
fr	veux
fr	veuillez
fr	souhaite
fr	en
fr	d
fr	s
fr	y
fr	a
fr	faut
en	i
en	you
en	we
en	they
en	he
en	she
en	it
en	the
en	a
en	an
en	my
en	your
en	this
en	that
en	these
en	those
en	is
en	are
en	was
en	be
en	to
en	of
en	from
en	for
en	and
en	or
en	not
en	do
en	don
en	t
en	dont
en	can
en	will
en	would
en	please
en	thanks
en	me
en	no
en	yes
en	what
en	who
en	why
en	how
en	when
en	with
en	on
en	in
en	at
en	more
en	any
en	all
en	stop
en	just
en	now
en	want
en	have
en	has
en	so
en	but
en	by
en	if
en	s
en	m
en	re
en	ve
en	us
en	our
en	am
en	must
en	should
de	ich
de	du
de	sie
de	wir
de	ihr
de	er
de	es
de	der
de	die
de	das
de	den
de	dem
de	ein
de	eine
de	einen
de	mein
de	meine
de	ihre
de	euer
de	eure
de	nicht
de	kein
de	keine
de	keinen
de	bitte
de	danke
de	und
de	oder
de	mit
de	von
de	zu
de	auf
de	fur
de	ist
de	sind
de	war
de	mich
de	mir
de	uns
de	euch
de	mehr
de	was
de	wer
de	wie
de	wo
de	warum
de	wann
de	aus
de	bei
de	im
de	am
de	zum
de	zur
de	ja
de	nein
de	hat
de	habe
de	noch
de	doch
de	will
de	mochte
es	yo
es	tu
es	usted
es	ustedes
es	el
es	la
es	los
es	las
es	un
es	una
es	unos
es	mi
es	mis
es	su
es	sus
es	no
es	si
es	por
es	favor
es	gracias
es	que
es	de
es	del
es	y
es	o
es	en
es	con
es	para
es	es
es	son
es	me
es	nos
es	se
es	lo
es	al
es	mas
es	quiero
es	quien
es	donde
es	cuando
es	como
es	este
es	esta
es	estos
es	ya
es	muy
es	hola
es	hay
es	pero
es	deseo
es	esto
es	vuestra
es	vuestros
es	le
es	les
es	a
it	io
it	tu
it	lei
it	voi
it	il
it	lo
it	la
it	i
it	gli
it	le
it	un
it	una
it	mio
it	mia
it	miei
it	vostri
it	vostro
it	vostre
it	non
it	si
it	per
it	favore
it	grazie
it	che
it	di
it	del
it	della
it	dei
it	dalla
it	e
it	o
it	in
it	con
it	da
it	sono
it	mi
it	ci
it	vi
it	ti
it	piu
it	voglio
it	chi
it	dove
it	quando
it	come
it	questo
it	questi
it	basta
it	anche
it	ma
it	ho
it	perche
it	cosa
it	ne
it	al
it	alla
it	agli
it	a
it	no
it	vorrei
nl	ik
nl	jij
nl	je
nl	u
nl	wij
nl	jullie
nl	zij
nl	hij
nl	het
nl	de
nl	een
nl	mijn
nl	uw
nl	niet
nl	geen
nl	en
nl	of
nl	met
nl	van
nl	naar
nl	voor
nl	is
nl	zijn
nl	was
nl	mij
nl	me
nl	ons
nl	wat
nl	wie
nl	hoe
nl	waar
nl	waarom
nl	wanneer
nl	aub
nl	alstublieft
nl	alsjeblieft
nl	bedankt
nl	dank
nl	nee
nl	ja
nl	op
nl	uit
nl	in
nl	te
nl	er
nl	maar
nl	dit
nl	deze
nl	die
nl	meer
nl	nog
nl	wil
nl	ben
nl	heb
nl	graag
nl	a
nl	b
pt	eu
pt	tu
pt	voce
pt	voces
pt	o
pt	a
pt	os
pt	as
pt	um
pt	uma
pt	meu
pt	minha
pt	meus
pt	vossas
pt	vosso
pt	nao
pt	sim
pt	por
pt	favor
pt	obrigado
pt	obrigada
pt	que
pt	de
pt	do
pt	da
pt	dos
pt	das
pt	e
pt	ou
pt	em
pt	com
pt	para
pt	me
pt	nos
pt	se
pt	mais
pt	quero
pt	quem
pt	onde
pt	quando
pt	como
pt	este
pt	esta
pt	ja
pt	isto
pt	no
pt	na
pt	ao
pt	pelo
pt	sou
pt	estou
pt	desejo
pt	ola
pl	ja
pl	ty
pl	pan
pl	pani
pl	panstwo
pl	to
pl	ten
pl	ta
pl	te
pl	nie
pl	tak
pl	prosze
pl	dziekuje
pl	i
pl	lub
pl	z
pl	ze
pl	do
pl	na
pl	w
pl	o
pl	od
pl	mnie
pl	mi
pl	nam
pl	moj
pl	moja
pl	moje
pl	wasze
pl	kto
pl	co
pl	jak
pl	gdzie
pl	kiedy
pl	dlaczego
pl	jest
pl	sa
pl	sie
pl	czy
pl	juz
pl	wiecej
pl	za
pl	po
pl	chce
pl	bardzo
pl	dzien
pl	dobry
lb	ech
lb	du
lb	dir
lb	mir
lb	hien
lb	dat
lb	den
lb	dei
lb	der
lb	ass
lb	sinn
lb	net
lb	keng
lb	keen
lb	mat
lb	vun
lb	mech
lb	eis
lb	mer
lb	wann
lb	gelift
lb	merci
lb	a
lb	an
lb	oder
lb	fir
lb	wat
lb	wien
lb	wou
lb	meng
lb	ar
lb	wel
lb	well
lb	nach
lb	mei
lb	op
`,
}
