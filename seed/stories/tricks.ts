import { accept, ask, category, check, close, contain, days, hours, investigate, note, reply, resolve, severity, unassign, type Story } from './story.ts';

/** People who pretend, and reports that turn out to be something else. */
export const trickStories: readonly Story[] = [
  {
    key: 'gift-cards', by: 4, ago: 34, how: 'saw_it', noticedAfter: 5,
    title: 'Boss wants gift cards, by chat',
    text: 'Somebody with the picture of our managing director asked me to buy gift cards for a customer event and to send the codes. The number is not hers. I have not bought anything.',
    files: [{ name: 'chat.png', kind: 'picture', seed: 41 }],
    then: [unassign(6)],
  },
  {
    key: 'bank-change', by: 1, ago: 205, how: 'saw_it',
    title: 'Supplier wants payments to a new bank account',
    text: 'A supplier asks us to change their bank details before Friday. The letter looks right, but the phone number on it is new. 84,000 euros are due this week. I have not changed anything.',
    then: [investigate(22), ask(5, 'Please call the supplier on the number from the old contract, not on the one in the letter.'), reply(38, 'They know nothing about it. It is a fraud.'), note(12, 'Letter and mail secured. Account in the letter: DE89 3704 0044 0532 0130 00, mail from orders[@]secura-billing[.]example. Same account number was used against another firm, bank informed.'), contain(20)],
  },
  {
    key: 'help-desk-call', by: 2, ago: days(1, 6), how: 'saw_it',
    title: 'Caller said he was from our help desk',
    text: 'A caller said he was from our help desk and asked for my code from the phone because of a migration. I gave the first code, at the second I got suspicious and hung up.',
    then: [investigate(9), severity(2, 'high', 'A code was given away and used at once.'), ask(2, 'We have ended your sessions. Which number was shown?'), reply(6, 'It showed our own central number!'), check(15, 2), contain(20), note(30, 'Caller enrolled a second device, removed. The number was spoofed.'), resolve(hours(19), 'mitigated', 'The foreign device was removed after 21 minutes, no mail was read. The staff was warned the same day.', 'The help desk really asked for codes in the past, so the question sounded normal.')],
  },
  {
    key: 'remote-support', by: 5, ago: days(5, 1), how: 'saw_it',
    title: 'Phone call from Microsoft support',
    text: 'A colleague let a caller from "Microsoft support" onto the office computer with AnyDesk for a few minutes. He says that the man only showed him error messages.',
    affected: 'Office computer in dispatch',
    then: [severity(12, 'high', 'A stranger worked on one of our computers.'), investigate(1), contain(8), check(10, 1), note(50, 'Second tool installed for later use, found and kept. Saved browser passwords were exported.'), ask(20, 'Please have your colleague change every password that he saved in the browser, from another computer.'), reply(60, 'He is at it.'), resolve(days(1, 4), 'mitigated', 'The computer was set up anew, 14 saved passwords were changed, remote tools are blocked.', 'Remote tools could be started by everybody.')],
  },
  {
    key: 'fake-applicant', by: 2, ago: days(12, 5), how: 'saw_it',
    title: 'Applicant in the video interview was a deepfake',
    text: 'In a video interview the picture froze strangely and the lips did not fit. I believe that the applicant was a deepfake. She asked a lot about our sign-in procedure.',
    then: [investigate(hours(3)), ask(20, 'Do you have a recording, and the address the invitation went to?'), reply(35, 'Both are in the applicant file.'), contain(60), resolve(days(2), 'mitigated', 'The application was forged. Interviews now begin with a check of the identity card.', 'Identity was not checked before the interview.')],
  },
  {
    key: 'journalist', by: 8, ago: days(20, 2), how: 'saw_it',
    title: 'Journalist with odd questions',
    text: 'Somebody claiming to be a journalist asked who runs our servers and when we do updates. The newspaper does not know him.',
    then: [investigate(hours(2)), contain(15), resolve(hours(5), 'mitigated', 'Nothing was told. The reception and the press office know the name now.', 'Our numbers and the names of departments are public.'), close(days(3))],
  },
  {
    key: 'blackmail-mail', by: 6, ago: days(34, 8), how: 'saw_it',
    title: 'Blackmail with an old password of mine',
    text: 'Someone tries to blackmail me with a video that does not exist and shows an old password of mine from years ago.',
    then: [investigate(50), ask(5, 'This goes to millions of people. If the password is used anywhere still, change it there. You did nothing wrong.'), reply(7, 'Relieved. It is not in use.'), resolve(20, 'benign', 'Mass blackmail with a password from a known leak; it is not used with us.', 'A password from a known leak of another service.'), close(days(1))],
  },
  {
    key: 'fake-inspector', by: 5, ago: days(49, 2), how: 'saw_it', where: 'Warehouse gate',
    title: 'Man pretending to be a fire inspector',
    text: 'A man pretending to be a fire inspector wanted into the technical rooms. He had no letter, the fire service has not sent anybody. I did not let him in.',
    then: [investigate(70), contain(10), resolve(hours(6), 'mitigated', 'Not let in, described to the police and to the neighbours.', 'The building is open to visitors during the day.'), close(days(3))],
  },
  {
    key: 'coffee-machine', by: 3, ago: days(2, 9), how: 'saw_it',
    title: 'Coffee machine shows a network error',
    text: 'The new coffee machine on our floor shows a network error and makes no coffee. Could somebody have got into it?',
    then: [investigate(hours(2)), ask(5, 'Unlikely. The machine is in a network of its own; facilities will look at it.'), reply(10, 'Good to know. Thanks for answering such a question.'), resolve(15, 'benign', 'The machine had lost its network lease.', 'The machine had lost its network lease.'), close(days(1))],
  },
  {
    key: 'odd-mail', by: 1, ago: 118, how: 'saw_it',
    title: 'Something odd with a mail from accounting',
    text: 'Something about this message is not right but I cannot say what. It came yesterday in the evening. Please have a look when there is time.',
  },
  {
    key: 'shop-slow', by: 3, ago: 57, how: 'told_by_outsider', noticedAfter: 30,
    title: 'Partner portal is timing out',
    text: 'Two dealers say that the partner portal is timing out since an hour, and the hosting company sees a traffic spike from abroad. I cannot reach it either.',
    affected: 'All dealers',
    then: [accept(12), investigate(1), note(9, 'Traffic is one search request over and over from about 900 addresses. Asked the host to filter it.')],
  },
  {
    key: 'toner-caller', by: 4, ago: days(1, 1), how: 'saw_it',
    title: 'Caller wanted serial numbers of our printers',
    text: 'A caller claiming to be from the printer service asked for serial numbers and for the name of the person who orders toner. I said I would call back, he had no number.',
  },
  {
    key: 'visitor-camera', by: 6, ago: days(1, 4), how: 'told_by_colleague', where: 'Visitor gallery, hall 2',
    title: 'Visitor took pictures of the prototype line',
    text: 'A visitor was unescorted for some minutes in hall 2 and took pictures of the prototype line with his phone. Reception has his name.',
    then: [investigate(55), ask(6, 'Who was his host?'), reply(23, 'Purchasing. The host had gone for coffee.')],
  },
  {
    key: 'password-list', by: 8, ago: 172, how: 'told_by_outsider',
    title: 'Our addresses in a leaked list',
    text: 'An agency sent me a leaked list with user names and passwords in which five of our addresses occur. One of the passwords looks like one I used here until spring.',
    affected: 'Five colleagues in marketing',
    then: [unassign(20)],
  },
  {
    key: 'projector-strange', by: 8, ago: days(17, 8), how: 'saw_it',
    title: 'Foreign picture on the projector',
    text: 'During a meeting the projector suddenly showed somebody else\'s screen with a spreadsheet. Was that an attack?',
    then: [investigate(hours(4)), resolve(60, 'false_positive', 'The neighbouring room had picked the wrong projector from the list.', 'Projectors with similar names.'), close(days(2))],
  },
  {
    key: 'duplicate-parcel', by: 6, ago: days(0, 17), how: 'saw_it',
    title: 'Parcel text message with a link',
    text: 'SMS with a link about a parcel and a customs fee of 1.99. Probably the same that others got.',
    then: [investigate(50), resolve(10, 'duplicate', 'The same wave of text messages is already handled in another incident.', 'See the incident that it repeats.')],
  },
  {
    key: 'salary-rumour', by: 7, ago: days(25, 6), how: 'told_by_colleague',
    title: 'Rumour that contracts are for sale online',
    text: 'A colleague heard from a friend that contracts of ours are for sale somewhere online. He does not know where.',
    then: [category(hours(3), 'data_breach', 'If true, confidential contracts have left the company.'), investigate(10), ask(15, 'Could your colleague ask the friend for a link or a picture?'), reply(days(1), 'The friend says that he may have mixed up the company.'), resolve(days(2), 'insufficient_information', 'Searches in the usual places found nothing, and there is no source.', 'Hearsay without a source.'), close(days(5))],
  },
];
