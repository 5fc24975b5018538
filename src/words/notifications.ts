// What users are told of, on screen and by e-mail, and the errors of mails.
import { bilingual } from './sentences.ts'

export const notificationsWords = bilingual({
  en: {
    'notifications.users_only':
      'Notifications belong to a user: log in. An API token has none of its own.',
    'notifications.mail_not_sent':
      'The mail server did not accept the e-mail. Accord tries again by itself.',
    'notifications.no_address':
      'The server does not know its own address yet, so the links in e-mails would lead nowhere. Try again in a moment.',
    'notifications.title.import_ended': 'Import finished',
    'notifications.title.import_failed': 'Import failed',
    'notifications.title.import_stuck': 'Import stuck',
    'notifications.title.campaign_ended': 'Campaign finished',
    'notifications.title.campaign_stopped': 'Campaign stopped',
    'notifications.title.sender_decided': 'Sender name approved or refused',
    'notifications.title.sender_waits': 'Sender name to decide',
    'notifications.title.route_down': 'Route down, or back',
    'notifications.title.campaign_waits': 'Campaign not moving',
    'notifications.title.campaign_to_approve': 'Campaign to approve',
    'notifications.title.campaign_returned': 'Campaign returned',
    'notifications.title.reply_waits': 'Replies to read',
    'notifications.title.request_arrived': 'New data request',
    'notifications.title.request_due': 'Data request almost due',
    'notifications.title.consents_end': 'Consents about to expire',
    'notifications.title.contract_ends': 'Supplier contract about to end',
    'notifications.title.subprocessor_change': 'Change of sub-processor',
    'notifications.title.change_objected': 'Objection to a sub-processor',
    'notifications.title.objection_answered': 'Your objection to a sub-processor',
    'notifications.title.supplier_contract': 'Contract of a supplier on your routes',
    'notifications.title.restore_drill': 'Restore drill failed or missing',
    'notifications.title.checkup_gaps': 'New security gaps',
    'notifications.title.webhook_paused': 'Webhook paused',
    'notifications.title.backup_failed': 'Backup failed',
    'notifications.title.drill_failed': 'Backup drill failed',
    'notifications.title.changes_failed': 'Changes since the last backup are not kept',
    'notifications.title.breach_due': 'Breach to notify',
    'notifications.title.breach_told': 'Personal data breach',
    'notifications.title.own_breach_due': 'Breach: your time to notify',
    'notifications.title.points_daily': 'Open points, each day',
    'notifications.title.points_weekly': 'Open points, each week',
    'notifications.title.purpose_undeclared': 'Purpose missing from the register',
    'notifications.title.training_due': 'Training to renew or confirm',
    'notifications.title.review_due': 'Review by counsel to be done again',
    'notifications.told.import_ended': 'An import has finished. Rows read: {count}.',
    'notifications.told.import_failed': 'An import stopped on an error. Open it to see the reason.',
    'notifications.told.import_failed.undo':
      'An import could not be undone to the end. Open it and try again.',
    'notifications.told.import_stuck': 'An import has not moved for {count} minutes.',
    'notifications.told.campaign_ended':
      'The campaign “{name}” has finished. Messages delivered: {count}.',
    'notifications.told.sender_decided.approved': 'The sender name “{name}” was approved.',
    'notifications.told.sender_decided.refused':
      'The sender name “{name}” was refused. The settings say why.',
    'notifications.told.sender_waits':
      'An account asks for the sender name “{name}”, which is often imitated. It waits for your decision.',
    'notifications.told.route_down.down':
      'The route “{name}” has been down for a minute: no message leaves by it. Accord tries again by itself; the page of the route says why.',
    'notifications.told.route_down.back': 'The route “{name}” is back: messages leave by it again.',
    'notifications.told.campaign_stopped.cancelled': 'The campaign “{name}” was cancelled.',
    'notifications.told.campaign_stopped.failed':
      'The campaign “{name}” stopped on an error. Someone must resume or cancel it.',
    'notifications.told.campaign_stopped.restored':
      'The campaign “{name}” was stopped because the database was restored. Check it before resuming.',
    'notifications.told.campaign_stopped.moderated':
      'The campaign “{name}” was paused by whoever manages this installation.',
    'notifications.told.campaign_waits.objections':
      'The campaign “{name}” has waited for {count} minutes: the record of objections is damaged or incomplete. An administrator must compare the ledger and run `npx accord ledger mend`.',
    'notifications.told.campaign_waits':
      'The campaign “{name}” has not moved for {count} minutes, although it may be sent now.',
    'notifications.told.campaign_to_approve': 'The campaign “{name}” is waiting for your approval.',
    'notifications.told.campaign_returned':
      'The campaign “{name}” was returned to you with a remark, and not approved.',
    'notifications.told.campaign_returned.of_another':
      'The campaign “{name}” was returned with a remark, and not approved. Whoever asked for approval has left or writes no campaigns any more: someone else must change it or delete it.',
    'notifications.told.reply_waits': 'New replies are waiting for someone to read them.',
    'notifications.told.reply_waits.mine':
      'New replies are waiting in conversations assigned to you.',
    'notifications.told.reply_waits.doubtful':
      'A reply may be a STOP: someone must read it and decide.',
    'notifications.told.request_arrived':
      'Someone has made a request about their data. It must be answered within one month.',
    'notifications.told.request_due':
      'A request about personal data is due. Days left to answer: {days}.',
    'notifications.told.request_due.late':
      'A request about personal data is late. Answer it as soon as possible.',
    'notifications.told.consents_end':
      'Consents that expire within {days} days: {count}. You can ask these people again.',
    'notifications.told.webhook_paused.gone':
      'The webhook to {name} is paused, because it answered that it is gone (410). What happens meanwhile is kept for 30 days.',
    'notifications.told.webhook_paused.failing':
      'The webhook to {name} is paused, because it has accepted nothing for five days. What happens meanwhile is kept for 30 days.',
    'notifications.told.backup_failed':
      'The backup of the installation failed. Earlier backups are whole. Open the screen to see why.',
    'notifications.told.drill_failed':
      'The backup was restored as a trial, and something is wrong. Open the screen to see what.',
    'notifications.told.changes_failed':
      'If the disk of the data broke now, changes since the last backup would be lost. Accord tries again by itself; open the screen to see how they stand.',
    'notifications.told.contract_ends':
      'The contract with {name} ends soon. Days left: {days}. Its routes close when it ends.',
    'notifications.told.subprocessor_change.added':
      '{name} takes a new sub-processor from {day}: {other}. You can object until then.',
    'notifications.told.subprocessor_change.replaced':
      '{name} replaces a sub-processor from {day}: {other} takes over. You can object until then.',
    'notifications.told.subprocessor_change.removed':
      '{name} works without its sub-processor {other} from {day}.',
    'notifications.told.subprocessor_change.there':
      '{name} has declared a sub-processor at work since {day}: {other}. You have 30 days to object.',
    'notifications.told.change_objected':
      'An account objects to a change of sub-processors of {name}. Answer it by {day}: without an answer, none of its messages goes to this supplier from then on.',
    'notifications.told.change_objected.due':
      'An objection to a change of sub-processors of {name} waits for an answer until {day}. Without one, none of the account’s messages goes to this supplier from then on.',
    'notifications.told.change_objected.blocked':
      'Since {day} no answer applies to an objection to a change of sub-processors of {name}. None of the account’s messages goes to this supplier until you answer.',
    'notifications.told.change_objected.at_once':
      'An account objects to a sub-processor that works for {name} already. None of its messages goes to this supplier until you answer.',
    'notifications.told.change_objected.ends_soon':
      'Until {day} an account may end its contract because of a change of sub-processors of {name}. If it stays, answer its objection again: it does not accept the change by letting that day pass.',
    'notifications.told.change_objected.stayed':
      'The time in which an account could end its contract because of a change of sub-processors of {name} was over on {day}. None of its messages goes to this supplier until you answer again, or it withdraws its objection.',
    'notifications.told.change_objected.withdrawn':
      'An account has withdrawn its objection to a change of sub-processors of {name}.',
    'notifications.told.objection_answered.dropped':
      'The change of sub-processors of {name} does not apply to your account. Read the answer.',
    'notifications.told.objection_answered.put_off':
      'The change of sub-processors of {name} does not apply to your account before {day}. Read the answer.',
    'notifications.told.objection_answered.other_route':
      'Because of your objection, your messages go by other suppliers than {name}. Read the answer.',
    'notifications.told.objection_answered.may_end':
      'The change of sub-processors of {name} stays. You may end your contract until {day}. None of your messages goes to this supplier as long as your objection stands. Read the answer.',
    'notifications.told.objection_answered.stayed':
      'The time to end your contract because of a change of sub-processors of {name} was over on {day}. None of your messages goes to this supplier until your objection is answered again, or you withdraw it.',
    'notifications.told.objection_answered.blocked':
      'Since {day} no answer applies to your objection to a change of sub-processors of {name}. None of your messages goes to this supplier until it has one.',
    'notifications.told.supplier_contract.ends':
      'The contract with {name}, which carries your messages, ends on {day}. Days left: {days}. Its routes close then.',
    'notifications.told.supplier_contract.ended':
      'The contract with {name}, which carried your messages, ended on {day}. Its routes are closed.',
    'notifications.told.restore_drill.failed':
      'On {day} the trial restore of the backup failed. Whoever manages the installation knows about it; ask what was found.',
    'notifications.told.restore_drill.missing':
      'No backup has been restored as a trial since {day}: nobody knows whether one can be. Ask whoever manages the installation.',
    'notifications.told.restore_drill.never':
      'No backup has ever been restored as a trial: nobody knows whether one can be. Ask whoever manages the installation.',
    'notifications.told.checkup_gaps':
      'The nightly security check found gaps that were not there before: {count}.',
    'notifications.told.points_daily': 'Open points, some of them new: {count}.',
    'notifications.told.points_daily.late':
      'Open points: {count}. Some are late or end within {days} days.',
    'notifications.told.points_weekly': 'Open points, some of them new: {count}.',
    'notifications.told.points_weekly.late':
      'Open points: {count}. Some are late or end within {days} days.',
    'notifications.told.purpose_undeclared':
      'The campaign “{name}” uses a purpose that the register does not declare. Declare it.',
    'notifications.told.training_due':
      'Your training “{name}” ends soon. Days left: {days}. Renew it under “My training”.',
    'notifications.told.training_due.confirm':
      'You are named in a session of the training “{name}”. Confirm it under “My training”.',
    'notifications.told.review_due': 'A review by counsel is to be done again. Days left: {days}.',
    'notifications.told.review_due.late': 'The day to do a review by counsel again is over.',
    'notifications.told.breach_due':
      'The authority must be notified of breach no. {name}. Hours left: {count}.',
    'notifications.told.breach_due.late':
      'The time to notify the authority of breach no. {name} is over. Notify it now, with the reasons for the delay.',
    'notifications.told.breach_told':
      'A personal data breach concerns your account (no. {name}). As controller you may have to notify your authority within 72 hours. Open it: your figures and both letters are ready.',
    'notifications.told.own_breach_due.told':
      'Your authority must be notified of breach no. {name} of this server, unless a risk to people is unlikely. Hours left: {count}.',
    'notifications.told.own_breach_due.told_late':
      'Your time to notify your authority of breach no. {name} of this server is over. Notify it now, with the reasons for the delay, or write why it is not notified.',
    'notifications.told.own_breach_due.own':
      'Your authority must be notified of breach no. {name} of your register, unless a risk to people is unlikely. Hours left: {count}.',
    'notifications.told.own_breach_due.own_late':
      'Your time to notify your authority of breach no. {name} of your register is over. Notify it now, with the reasons for the delay, or write why it is not notified.',
    'notifications.told.own_breach_due.told_high':
      'Where the risk to people is high, notify your authority of breach no. {name} of this server as soon as possible. Write your judgement of the risk.',
    'notifications.told.own_breach_due.own_high':
      'Where the risk to people is high, notify your authority of breach no. {name} of your register as soon as possible. Write your judgement of the risk.',
    'notifications.mail.installation': 'Accord',
    'notifications.mail.subject': '[{account}] {title}',
    'notifications.mail.open': 'Open in Accord',
    'notifications.mail.foot':
      'Accord sent you this e-mail because you are a user of {account}. It contains no data about your contacts.',
    'notifications.mail.preferences': 'Choose which e-mails you receive',
    'notifications.trial.subject': 'Accord: test e-mail',
    'notifications.trial.text': 'Accord can send you e-mails.',
    'notifications.trial.foot':
      'You asked for this e-mail on the E-mail screen of the installation.',
    'notifications.why.unreachable': 'The mail server cannot be reached.',
    'notifications.why.timed_out': 'The mail server did not answer in time.',
    'notifications.why.tls':
      'The connection could not be encrypted: check the server’s certificate and whether it offers TLS.',
    'notifications.why.login': 'The mail server refused the user name or the password.',
    'notifications.why.address': 'The mail server refused the sender’s or the recipient’s address.',
    'notifications.why.refused': 'The mail server refused the e-mail.',
    'notifications.why.switched_off': 'No mail server is configured any more.',
    'notifications.why.other': 'The e-mail could not be sent.',
  },
  fr: {
    'notifications.users_only':
      'Les notifications sont celles d’un utilisateur : connectez-vous. Un jeton d’API n’en a pas.',
    'notifications.mail_not_sent':
      'Le serveur de messagerie n’a pas accepté l’e-mail. Accord réessaie de lui-même.',
    'notifications.no_address':
      'Le serveur ne connaît pas encore sa propre adresse : les liens des e-mails ne mèneraient nulle part. Réessayez dans un instant.',
    'notifications.title.import_ended': 'Import terminé',
    'notifications.title.import_failed': 'Import en échec',
    'notifications.title.import_stuck': 'Import bloqué',
    'notifications.title.campaign_ended': 'Campagne terminée',
    'notifications.title.campaign_stopped': 'Campagne arrêtée',
    'notifications.title.sender_decided': 'Nom d’expéditeur accepté ou refusé',
    'notifications.title.sender_waits': 'Nom d’expéditeur à examiner',
    'notifications.title.route_down': 'Route en panne ou rétablie',
    'notifications.title.campaign_waits': 'Campagne à l’arrêt',
    'notifications.title.campaign_to_approve': 'Campagne à approuver',
    'notifications.title.campaign_returned': 'Campagne rendue',
    'notifications.title.reply_waits': 'Réponses à lire',
    'notifications.title.request_arrived': 'Nouvelle demande sur des données',
    'notifications.title.request_due': 'Demande à traiter bientôt',
    'notifications.title.consents_end': 'Consentements bientôt expirés',
    'notifications.title.contract_ends': 'Contrat de fournisseur bientôt terminé',
    'notifications.title.subprocessor_change': 'Changement de sous-traitant ultérieur',
    'notifications.title.change_objected': 'Objection à un sous-traitant ultérieur',
    'notifications.title.objection_answered': 'Votre objection à un sous-traitant ultérieur',
    'notifications.title.supplier_contract': 'Contrat d’un fournisseur de vos routes',
    'notifications.title.restore_drill': 'Essai de restauration en échec ou manquant',
    'notifications.title.checkup_gaps': 'Nouveaux écarts de sécurité',
    'notifications.title.webhook_paused': 'Webhook mis en pause',
    'notifications.title.backup_failed': 'Sauvegarde en échec',
    'notifications.title.drill_failed': 'Essai de restauration en échec',
    'notifications.title.changes_failed':
      'Les changements depuis la dernière sauvegarde ne sont pas gardés',
    'notifications.title.breach_due': 'Violation à notifier',
    'notifications.title.breach_told': 'Violation de données personnelles',
    'notifications.title.own_breach_due': 'Violation : votre délai de notification',
    'notifications.title.points_daily': 'Points ouverts, chaque jour',
    'notifications.title.points_weekly': 'Points ouverts, chaque semaine',
    'notifications.title.purpose_undeclared': 'Finalité absente du registre',
    'notifications.title.training_due': 'Formation à renouveler ou confirmer',
    'notifications.title.review_due': 'Avis d’un conseil à revoir',
    'notifications.told.import_ended': 'Un import est terminé. Lignes lues : {count}.',
    'notifications.told.import_failed':
      'Un import s’est arrêté sur une erreur. Ouvrez-le pour en voir la raison.',
    'notifications.told.import_failed.undo':
      'Un import n’a pas pu être annulé jusqu’au bout. Ouvrez-le et réessayez.',
    'notifications.told.import_stuck': 'Un import n’avance plus depuis {count} minutes.',
    'notifications.told.campaign_ended':
      'La campagne « {name} » est terminée. Messages remis : {count}.',
    'notifications.told.sender_decided.approved': 'Le nom d’expéditeur « {name} » a été accepté.',
    'notifications.told.sender_decided.refused':
      'Le nom d’expéditeur « {name} » a été refusé. Les réglages disent pourquoi.',
    'notifications.told.sender_waits':
      'Un compte demande le nom d’expéditeur « {name} », souvent imité. Il attend votre décision.',
    'notifications.told.route_down.down':
      'La route « {name} » est en panne depuis une minute : aucun message ne part par elle. Accord réessaie tout seul ; la page de la route dit pourquoi.',
    'notifications.told.route_down.back':
      'La route « {name} » est rétablie : les messages partent de nouveau par elle.',
    'notifications.told.campaign_stopped.cancelled': 'La campagne « {name} » a été annulée.',
    'notifications.told.campaign_stopped.failed':
      'La campagne « {name} » s’est arrêtée sur une erreur. Il faut la reprendre ou l’annuler.',
    'notifications.told.campaign_stopped.restored':
      'La campagne « {name} » a été arrêtée car la base de données a été restaurée. Vérifiez-la avant de la reprendre.',
    'notifications.told.campaign_stopped.moderated':
      'La campagne « {name} » a été mise en pause par l’administration de cette installation.',
    'notifications.told.campaign_waits.objections':
      'La campagne « {name} » attend depuis {count} minutes : les oppositions enregistrées sont abîmées ou incomplètes. Un administrateur doit comparer le registre et lancer `npx accord ledger mend`.',
    'notifications.told.campaign_waits':
      'La campagne « {name} » n’avance plus depuis {count} minutes, alors qu’elle peut partir.',
    'notifications.told.campaign_to_approve': 'La campagne « {name} » attend votre approbation.',
    'notifications.told.campaign_returned':
      'La campagne « {name} » vous est rendue avec une remarque : elle n’est pas approuvée.',
    'notifications.told.campaign_returned.of_another':
      'La campagne « {name} » est rendue avec une remarque : elle n’est pas approuvée. La personne qui avait demandé l’approbation est partie ou n’écrit plus de campagnes : quelqu’un d’autre doit la modifier ou la supprimer.',
    'notifications.told.reply_waits': 'De nouvelles réponses attendent d’être lues.',
    'notifications.told.reply_waits.mine':
      'De nouvelles réponses attendent dans des conversations qui vous sont confiées.',
    'notifications.told.reply_waits.doubtful':
      'Une réponse est peut-être un STOP : il faut la lire et décider.',
    'notifications.told.request_arrived':
      'Une personne a fait une demande sur ses données. Il faut y répondre dans un délai d’un mois.',
    'notifications.told.request_due':
      'Une demande sur des données personnelles arrive à échéance. Jours restants pour répondre : {days}.',
    'notifications.told.request_due.late':
      'Une demande sur des données personnelles est en retard. Répondez-y au plus vite.',
    'notifications.told.consents_end':
      'Consentements qui expirent dans les {days} jours : {count}. Vous pouvez redemander à ces personnes.',
    'notifications.told.webhook_paused.gone':
      'Le webhook vers {name} est en pause : il a répondu qu’il n’existe plus (410). Ce qui se passe entre-temps est gardé 30 jours.',
    'notifications.told.webhook_paused.failing':
      'Le webhook vers {name} est en pause : il n’a rien accepté depuis cinq jours. Ce qui se passe entre-temps est gardé 30 jours.',
    'notifications.told.backup_failed':
      'La sauvegarde de l’installation a échoué. Les précédentes sont intactes. Ouvrez l’écran pour voir pourquoi.',
    'notifications.told.drill_failed':
      'La sauvegarde a été restaurée à l’essai, et quelque chose ne va pas. Ouvrez l’écran pour voir quoi.',
    'notifications.told.changes_failed':
      'Si le disque des données cassait maintenant, les changements depuis la dernière sauvegarde seraient perdus. Accord réessaie tout seul ; l’écran dit où il en est.',
    'notifications.told.contract_ends':
      'Le contrat avec {name} se termine bientôt. Jours restants : {days}. Ses routes se ferment à son terme.',
    'notifications.told.subprocessor_change.added':
      '{name} fait appel à un nouveau sous-traitant à partir du {day} : {other}. Vous pouvez vous y opposer jusque-là.',
    'notifications.told.subprocessor_change.replaced':
      '{name} remplace un sous-traitant à partir du {day} : {other} prend le relais. Vous pouvez vous y opposer jusque-là.',
    'notifications.told.subprocessor_change.removed':
      '{name} travaille sans son sous-traitant {other} à partir du {day}.',
    'notifications.told.subprocessor_change.there':
      '{name} a déclaré un sous-traitant en place depuis le {day} : {other}. Vous avez 30 jours pour vous y opposer.',
    'notifications.told.change_objected':
      'Un compte s’oppose à un changement de sous-traitant ultérieur de {name}. Répondez-lui avant le {day} : sans réponse, plus aucun de ses messages ne passe par ce fournisseur dès cette date.',
    'notifications.told.change_objected.due':
      'Une objection à un changement de sous-traitant ultérieur de {name} attend une réponse avant le {day}. Sans elle, aucun message du compte ne passe plus par ce fournisseur dès cette date.',
    'notifications.told.change_objected.blocked':
      'Depuis le {day}, aucune réponse ne s’applique à une objection à un changement de sous-traitant ultérieur de {name}. Aucun message du compte ne passe par ce fournisseur tant que vous n’avez pas répondu.',
    'notifications.told.change_objected.at_once':
      'Un compte s’oppose à un sous-traitant ultérieur qui travaille déjà pour {name}. Aucun de ses messages ne passe par ce fournisseur tant que vous n’avez pas répondu.',
    'notifications.told.change_objected.ends_soon':
      'Un compte peut résilier son contrat jusqu’au {day}, en raison d’un changement de sous-traitant ultérieur de {name}. S’il reste, répondez de nouveau à son objection : passer cette date n’est pas accepter le changement.',
    'notifications.told.change_objected.stayed':
      'Le délai dans lequel un compte pouvait résilier son contrat, en raison d’un changement de sous-traitant ultérieur de {name}, a pris fin le {day}. Aucun de ses messages ne passe par ce fournisseur tant que vous n’avez pas répondu de nouveau, ou qu’il n’a pas retiré son objection.',
    'notifications.told.change_objected.withdrawn':
      'Un compte a retiré son objection à un changement de sous-traitant ultérieur de {name}.',
    'notifications.told.objection_answered.dropped':
      'Le changement de sous-traitant ultérieur de {name} ne s’applique pas à votre compte. Lisez la réponse.',
    'notifications.told.objection_answered.put_off':
      'Le changement de sous-traitant ultérieur de {name} ne s’applique pas à votre compte avant le {day}. Lisez la réponse.',
    'notifications.told.objection_answered.other_route':
      'À la suite de votre objection, vos messages passent par d’autres fournisseurs que {name}. Lisez la réponse.',
    'notifications.told.objection_answered.may_end':
      'Le changement de sous-traitant ultérieur de {name} est maintenu. Vous pouvez résilier votre contrat jusqu’au {day}. Aucun de vos messages ne passe par ce fournisseur tant que votre objection tient. Lisez la réponse.',
    'notifications.told.objection_answered.stayed':
      'Le délai pour résilier votre contrat, en raison d’un changement de sous-traitant ultérieur de {name}, a pris fin le {day}. Aucun de vos messages ne passe par ce fournisseur tant que votre objection n’a pas eu une nouvelle réponse, ou que vous ne l’avez pas retirée.',
    'notifications.told.objection_answered.blocked':
      'Depuis le {day}, aucune réponse ne s’applique à votre objection à un changement de sous-traitant ultérieur de {name}. Aucun de vos messages ne passe par ce fournisseur tant qu’il n’y en a pas.',
    'notifications.told.supplier_contract.ends':
      'Le contrat avec {name}, qui achemine vos messages, se termine le {day}. Jours restants : {days}. Ses routes se ferment à cette date.',
    'notifications.told.supplier_contract.ended':
      'Le contrat avec {name}, qui acheminait vos messages, s’est terminé le {day}. Ses routes sont fermées.',
    'notifications.told.restore_drill.failed':
      'Le {day}, l’essai de restauration de la sauvegarde a échoué. L’administration de l’installation le sait ; demandez-lui ce qui a été trouvé.',
    'notifications.told.restore_drill.missing':
      'Aucune sauvegarde n’a été restaurée à l’essai depuis le {day} : personne ne sait si cela réussirait. Demandez à l’administration de l’installation.',
    'notifications.told.restore_drill.never':
      'Aucune sauvegarde n’a jamais été restaurée à l’essai : personne ne sait si cela réussirait. Demandez à l’administration de l’installation.',
    'notifications.told.checkup_gaps':
      'Le contrôle de sécurité de la nuit a trouvé des écarts qui n’existaient pas : {count}.',
    'notifications.told.points_daily': 'Points ouverts, dont des nouveaux : {count}.',
    'notifications.told.points_daily.late':
      'Points ouverts : {count}. Certains sont en retard ou arrivent à échéance sous {days} jours.',
    'notifications.told.points_weekly': 'Points ouverts, dont des nouveaux : {count}.',
    'notifications.told.points_weekly.late':
      'Points ouverts : {count}. Certains sont en retard ou arrivent à échéance sous {days} jours.',
    'notifications.told.purpose_undeclared':
      'La campagne « {name} » a une finalité que le registre ne déclare pas. Déclarez-la.',
    'notifications.told.training_due':
      'Votre formation « {name} » se termine bientôt. Jours restants : {days}. Renouvelez-la sous « Ma formation ».',
    'notifications.told.training_due.confirm':
      'Une séance de la formation « {name} » vous nomme. Confirmez-la sous « Ma formation ».',
    'notifications.told.review_due': 'Un avis d’un conseil est à revoir. Jours restants : {days}.',
    'notifications.told.review_due.late':
      'Le jour prévu pour revoir un avis d’un conseil est passé.',
    'notifications.told.breach_due':
      'La violation nº {name} doit être notifiée à l’autorité. Heures restantes : {count}.',
    'notifications.told.breach_due.late':
      'Le délai pour notifier la violation nº {name} à l’autorité est passé. Notifiez-la maintenant, avec les motifs du retard.',
    'notifications.told.breach_told':
      'Une violation de données personnelles concerne votre compte (nº {name}). Responsable de traitement, vous devez peut-être la notifier à votre autorité sous 72 heures. Ouvrez-la : vos chiffres et les deux lettres sont prêts.',
    'notifications.told.own_breach_due.told':
      'La violation nº {name} de ce serveur doit être notifiée à votre autorité, sauf si un risque pour les personnes est peu probable. Heures restantes : {count}.',
    'notifications.told.own_breach_due.told_late':
      'Votre délai pour notifier à votre autorité la violation nº {name} de ce serveur est passé. Notifiez-la maintenant, avec les motifs du retard, ou écrivez pourquoi vous ne la notifiez pas.',
    'notifications.told.own_breach_due.own':
      'La violation nº {name} de votre registre doit être notifiée à votre autorité, sauf si un risque pour les personnes est peu probable. Heures restantes : {count}.',
    'notifications.told.own_breach_due.own_late':
      'Votre délai pour notifier à votre autorité la violation nº {name} de votre registre est passé. Notifiez-la maintenant, avec les motifs du retard, ou écrivez pourquoi vous ne la notifiez pas.',
    'notifications.told.own_breach_due.told_high':
      'Si le risque pour les personnes est élevé, notifiez à votre autorité, dans les meilleurs délais, la violation nº {name} de ce serveur. Écrivez votre appréciation du risque.',
    'notifications.told.own_breach_due.own_high':
      'Si le risque pour les personnes est élevé, notifiez à votre autorité, dans les meilleurs délais, la violation nº {name} de votre registre. Écrivez votre appréciation du risque.',
    'notifications.mail.installation': 'Accord',
    'notifications.mail.subject': '[{account}] {title}',
    'notifications.mail.open': 'Ouvrir dans Accord',
    'notifications.mail.foot':
      'Accord vous a envoyé cet e-mail car vous êtes utilisateur de {account}. Il ne contient aucune donnée de vos contacts.',
    'notifications.mail.preferences': 'Choisir les e-mails que vous recevez',
    'notifications.trial.subject': 'Accord : e-mail d’essai',
    'notifications.trial.text': 'Accord peut vous envoyer des e-mails.',
    'notifications.trial.foot':
      'Vous avez demandé cet e-mail sur l’écran « E-mail » de l’installation.',
    'notifications.why.unreachable': 'Le serveur de messagerie est injoignable.',
    'notifications.why.timed_out': 'Le serveur de messagerie n’a pas répondu à temps.',
    'notifications.why.tls':
      'La connexion n’a pas pu être chiffrée : vérifiez le certificat du serveur et qu’il propose TLS.',
    'notifications.why.login':
      'Le serveur de messagerie a refusé le nom d’utilisateur ou le mot de passe.',
    'notifications.why.address':
      'Le serveur de messagerie a refusé l’adresse de l’expéditeur ou du destinataire.',
    'notifications.why.refused': 'Le serveur de messagerie a refusé l’e-mail.',
    'notifications.why.switched_off': 'Plus aucun serveur de messagerie n’est configuré.',
    'notifications.why.other': 'L’e-mail n’a pas pu être envoyé.',
  },
})
