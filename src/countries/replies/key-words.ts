// The long words that refusals are made of: one slip of the thumb still tells them from all others.

export const keyWords: readonly string[] = (
  'desabonner desabonnez desabonnement desabonne desinscrire desinscrivez desinscription ' +
  'arreter arretez supprimer supprimez retirez retirer enlevez effacez recevoir envoyez ' +
  'envoyer messages publicite publicites tranquille contacter contactez consentement ' +
  'opposition numero immediatement unsubscribe unsubscribed subscription texting sending ' +
  'messaging contacting remove delete receive receiving number anymore please abmelden ' +
  'abbestellen austragen aufhoren nachrichten werbung erhalten bekommen kontaktieren ' +
  'widerspruch widerrufe loschen suscripcion mensajes publicidad recibir enviarme eliminar ' +
  'borrar molestar cancelar cancellatemi cancellami disiscrivermi disiscrivetemi disiscrivimi ' +
  'smettetela smettete messaggi pubblicita ricevere disiscrizione rimuovetemi uitschrijven ' +
  'afmelden berichten ontvangen verwijder verwijderen ophouden reclame mensagens publicidade ' +
  'receber remover desinscrever parem rezygnuje wypisz wiadomosci przestan przestancie ' +
  'wysylac otrzymywac usuncie enlever effacer ecrivez conneries harceler harcelez harcelement ' +
  'sollicitation sollicitez sollicite derangez deranger coordonnees telephone portable ' +
  'laissez degagez plainte promotions publicitaire fichier fichiers newsletter removed ' +
  'deleted harassing bothering spamming consent permission database promotional entfernen ' +
  'streichen nummer verteiler schicken belastigen belastigung einwilligung interesse ' +
  'schreiben telefonnummer eliminen borren molesten escribir escriban enviar envien manden ' +
  'mandarme quitenme dejenme dejadme equivocado consentimiento oposicion cancellare eliminate ' +
  'eliminatemi rimuovere toglietemi toglietelo lasciatemi scrivetemi scrivermi mandatemi ' +
  'mandate consenso sbagliato stoppen sturen verkeerd telefoonnummer toestemming mensagem ' +
  'removam apaguem retirem enviem mandem deixem consentimento wypiszcie wysylajcie usunac ' +
  'reklam spokoj numeru'
).split(' ')
