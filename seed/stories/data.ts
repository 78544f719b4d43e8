import { accept, ask, category, check, close, contain, days, hours, investigate, note, reply, resolve, severity, type Story } from './story.ts';

/** Data in the wrong place, and things that went missing. */
export const dataStories: readonly Story[] = [
  {
    key: 'wrong-attachment', by: 2, ago: 74, how: 'saw_it', noticedAfter: 12,
    title: 'Sent the salary table to the wrong person',
    text: 'I accidentally sent the salary table of the sales team to the wrong recipient, an outside trainer with the same first name. About thirty names with salaries. I tried to recall it.',
    affected: 'About 30 colleagues in sales',
    then: [accept(16), investigate(1), ask(3, 'Thank you for saying it at once. Please send the trainer the text I put into your inbox, asking to delete it and to confirm.'), reply(19, 'Sent. She answered already: deleted, not opened.')],
  },
  {
    key: 'bcc-newsletter', by: 8, ago: days(1, 2), how: 'told_by_outsider',
    title: 'Customer mail sent with CC instead of BCC',
    text: 'The invitation to our autumn event went out with all addresses in CC instead of BCC. 240 customers can see each other now. Two of them complained.',
    affected: '240 customers',
    then: [investigate(35), note(20, 'Data protection officer informed, her view: to be recorded, no notification needed as only business addresses are concerned.'), contain(60), ask(30, 'Please use the newsletter tool for the apology, with the text from legal.'), reply(hours(3), 'The apology went out.')],
  },
  {
    key: 'public-link', by: 6, ago: days(3, 9), how: 'saw_it',
    title: 'Design documents open to anyone with the link',
    text: 'The folder with the drawings of the new valve is shared with "anyone with the link". The link was in a presentation for a supplier. I see six visitors that I cannot explain.',
    then: [accept(55), investigate(5), contain(10), ask(12, 'The link is closed. Which supplier got the presentation?'), reply(40, 'Only one, I have asked them who opened it.'), note(hours(5), 'Four of the six visitors belong to the supplier, two are link previews of a chat program.')],
  },
  {
    key: 'open-bucket', by: 'demo-analyst1', ago: days(11, 6), how: 'told_by_outsider',
    title: 'Open bucket with exports of the shop',
    text: 'A researcher reports an open bucket of ours with order exports from 2023, publicly accessible. Names and addresses of thousands of customers. It was misconfigured by a script.',
    affected: 'Customers who ordered in 2023',
    then: [severity(6, 'critical', 'Customer data of thousands was open to everybody.'), investigate(1), contain(14), check(20, 3), note(hours(6), 'Access log kept: 3 readers outside, all from the researcher and a search engine for open storage.'), resolve(days(2), 'mitigated', 'The bucket is closed, the authority was notified within 40 hours, the customers were informed.', 'A script for tests made the bucket public and nothing watched over it.')],
  },
  {
    key: 'printer-tray', by: 7, ago: days(15, 4), how: 'saw_it', where: 'Copy room, 4th floor',
    title: 'Court papers of a colleague in the printer tray',
    text: 'Somebody left papers of a court case in the printer tray over the weekend. They show names and a health certificate. I took them to our safe.',
    then: [investigate(hours(3)), contain(30), resolve(days(1), 'mitigated', 'The papers were given back. Printers on that floor now release jobs only with a badge.', 'Printing without release on shared devices.'), close(days(4))],
  },
  {
    key: 'letter-mixup', by: 4, ago: days(22, 8), how: 'told_by_outsider',
    title: 'Letters in the wrong envelopes',
    text: 'Customers got the contract of somebody else. It looks as if the machine put the letters into the wrong envelopes, we know of nine cases. Bank details are on the second page.',
    affected: 'At least 9 customers',
    then: [investigate(40), ask(10, 'Please stop the machine and keep the rest of the batch as it is.'), reply(14, 'Stopped, 112 letters are still here.'), contain(20), resolve(days(3), 'mitigated', 'Twelve letters had gone out wrongly, ten came back. The people concerned and the authority were informed.', 'A double feed shifted the pages, and the check at the end of the machine was off.'), close(days(5))],
  },
  {
    key: 'trash-folders', by: 5, ago: days(36, 3), how: 'saw_it',
    title: 'Old personnel folders in the paper container',
    text: 'In the open paper container behind the hall there are folders with old personnel papers. That is an improper disposal I think, they should go to the shredder company.',
    then: [investigate(90), contain(40), resolve(days(1), 'mitigated', 'All 14 folders were taken back and destroyed by the shredder company.', 'The cleaning service did not know the locked containers.'), close(days(6))],
  },
  {
    key: 'test-data', by: 6, ago: days(61, 5), how: 'saw_it',
    title: 'Real customer data in the test system',
    text: 'The test system of the new portal holds real customer data. Everybody in the project can see it, the outside developers too.',
    then: [category(hours(4), 'data_breach', 'Personal data stood where people outside could read it.'), severity(1, 'medium', 'Names and addresses, open to a closed group only.'), investigate(10), contain(hours(5)), resolve(days(3), 'mitigated', 'The test system was emptied and gets made-up data from now on.', 'A copy of the real database was the quickest way to start.'), close(days(7))],
  },
  {
    key: 'laptop-train', by: 3, ago: days(0, 7), how: 'saw_it', where: 'Train from Milan', noticedAfter: 50,
    title: 'Left my laptop on the train',
    text: 'I left my laptop on the train from Milan this morning. It was switched off. The railway has no trace of it so far. Offers for three customers are on it.',
    affected: 'My laptop and the offers on it',
    then: [investigate(20), ask(3, 'We have locked it and it will be wiped as soon as it is online. Was there anything with it, a badge or papers?'), reply(25, 'Only the charger. The full disk encryption was on, IT checked it last month.'), contain(15)],
  },
  {
    key: 'badge-lost', by: 8, ago: days(4, 8), how: 'saw_it',
    title: 'I lost my badge at the fair',
    text: 'I lost my badge at the trade fair on Tuesday. There is no address on it, but our logo.',
    then: [investigate(60), contain(5), ask(5, 'The badge is blocked. You get a new one at reception.'), resolve(30, 'mitigated', 'The badge was blocked 65 minutes after the report and not used in between.', 'Badges are worn in public.'), close(days(1))],
  },
  {
    key: 'tailgating', by: 7, ago: days(9, 2), how: 'saw_it', where: 'Head office, back door',
    title: 'Stranger without a badge in the corridor',
    text: 'A stranger without a badge stood in the corridor of the 4th floor and said that he was looking for the toilet. Somebody must have held the back door open for him. He left when I asked for his name.',
    then: [investigate(35), ask(5, 'Can you describe him? Building security looks at the camera of the back door.'), reply(9, 'About forty, grey jacket, a folder under his arm.'), note(hours(3), 'On camera: came in with the lunch crowd, was in two rooms, no device taken.'), contain(20), resolve(days(1), 'insufficient_information', 'The person was not identified. Nothing is missing; the back door has a buzzer now.', 'The back door could be passed behind others at lunch time.')],
  },
  {
    key: 'stolen-phone', by: 3, ago: days(19, 6), how: 'saw_it', where: 'Bologna',
    title: 'Work phone stolen from the car',
    text: 'My work phone was stolen from the car, a thief broke the window. I have reported it to the police. It has a code of six digits.',
    then: [investigate(15), contain(10), resolve(hours(8), 'mitigated', 'The phone was remotely wiped twenty minutes after the report.', 'The phone lay visibly in the car.'), close(days(5))],
  },
  {
    key: 'server-room-door', by: 5, ago: days(44, 4), how: 'saw_it', where: 'Basement, server room',
    title: 'Door of the server room open at night',
    text: 'On my round at night the door of the server room was open with a wedge, the light was on and nobody was there.',
    then: [investigate(25), ask(10, 'Please close it and stay away from the racks. Was anything lying about?'), reply(8, 'A ladder and a cable drum.'), resolve(hours(9), 'benign', 'Electricians were at work and had a permit. They were told about the door.', 'Permits for work in the server room were not announced to the floor.'), close(days(3))],
  },
  {
    key: 'wrong-invoice', by: 1, ago: days(58, 2), how: 'told_by_outsider',
    title: 'Customer got the reminder of another customer',
    text: 'A customer got the payment reminder of another one by mail, sent by mistake with the next number in the list.',
    then: [investigate(hours(2)), contain(20), resolve(days(1), 'mitigated', 'The recipient confirmed the deletion, the customer concerned was informed.', 'Reminders were attached by hand.'), close(days(4))],
  },
];
