import { accept, ask, assign, check, close, contain, days, hours, investigate, locate, note, reopen, reply, resolve, severity, unassign, type Story } from './story.ts';

/** Accounts in foreign hands, and people of our own who go too far. */
export const accessStories: readonly Story[] = [
  {
    key: 'mfa-prompts', by: 3, ago: 48, how: 'software_warned', noticedAfter: 20,
    title: 'MFA prompts on my phone that I did not cause',
    text: 'Since this morning I get MFA requests every few minutes although I am not signing in anywhere. I refused all of them, I think eleven by now. Still happening.',
    affected: 'My account',
    files: [{ name: 'prompts.png', kind: 'picture', seed: 31 }],
    then: [investigate(14), ask(2, 'Keep refusing them, that is exactly right. We have ended all your sessions; please set a new password with the link on the service desk page.'), reply(11, 'New password is set. No prompt for five minutes now.')],
  },
  {
    key: 'login-abroad', by: 7, ago: days(0, 21), how: 'software_warned',
    title: 'Sign-in from a country where I am not',
    text: 'I got a notice about a sign-in from another country at 3 in the morning. I was asleep at home. The notice says the sign-in was successful.',
    then: [severity(18, 'high', 'The sign-in succeeded and the mailbox holds contracts.'), investigate(1), ask(4, 'Your sessions are ended and the account is locked. Did you type your password on any page in the last days?'), reply(30, 'Perhaps on Tuesday, there was a page for a shared document.'), note(22, 'Forwarding rule to an outside address found and removed, it caught 6 mails. Legal informed.'), check(10, 3), contain(15), ask(hours(2), 'You have a new password and a security key at reception. We now look at what was read.')],
  },
  {
    key: 'forwarding-rule', by: 2, ago: days(2, 4), how: 'saw_it',
    title: 'A forwarding rule in my mailbox that I did not make',
    text: 'I found a forwarding rule in my mailbox that sends everything with the word "salary" to an address I do not know. Somebody logged in to my account, I suppose.',
    affected: 'HR mail of the last weeks',
    then: [investigate(22), accept(3), ask(4, 'Please do not change anything in the mailbox, we keep it as it is for a moment. How long have you been missing mails?'), reply(17, 'I am not missing any, they arrive as well. I noticed the rule by chance.'), note(90, 'Rule is 19 days old, 44 mails matched. Data protection officer informed, clock noted.'), check(10, 2), contain(hours(3))],
  },
  {
    key: 'service-account', by: 'demo-analyst2', ago: days(8, 10), how: 'software_warned',
    title: 'Brute force against the old file transfer account',
    text: 'The gateway log shows a brute force with thousands of tries against the account "ftp-export" from forty addresses. Two of the tries were successful on Sunday.',
    then: [assign(15, 'demo-response'), severity(5, 'critical', 'The account could read the whole export folder.'), investigate(1), check(25, 3), contain(20), resolve(days(1), 'mitigated', 'The account is gone, the server takes keys only. Logs show that the intruder listed folders but fetched nothing.', 'A service account with a password of eight characters was reachable from everywhere.'), close(days(3))],
  },
  {
    key: 'customer-account', by: 4, ago: days(10, 3), how: 'told_by_outsider',
    title: 'Customer says that someone else is in her account',
    text: 'A customer called: her password was changed and somebody ordered with her account. She uses the same password elsewhere.',
    affected: 'One customer',
    then: [investigate(100), contain(20), ask(15, 'Her account is locked and the order is stopped. Please call her back on the number in the contract.'), reply(45, 'She was very grateful.'), resolve(hours(7), 'mitigated', 'The account was given back to the customer. The password came from a leak at another company.', 'Reused password; the shop does not check new passwords against known leaks.')],
  },
  {
    key: 'locked-out', by: 5, ago: days(14, 7), how: 'saw_it',
    title: 'Locked out of my account every morning',
    text: 'I am locked out of my account every morning since Monday. Is somebody trying my password?',
    then: [investigate(130), note(15, 'All failures come from his own old phone.'), ask(10, 'Do you have an old phone that still fetches mail?'), reply(12, 'Yes, my daughter plays with it!'), resolve(10, 'false_positive', 'An old phone kept trying the old password.', 'A device that is no longer used was still signed in.'), close(days(1))],
  },
  {
    key: 'defaced-blog', by: 8, ago: days(27, 2), how: 'told_by_outsider',
    title: 'Our blog was defaced',
    text: 'A reader wrote that our blog shows a flag and a slogan. I looked: the start page was defaced, somebody must have hacked the admin account. I did not touch anything.',
    then: [investigate(12), contain(35), check(10, 3), resolve(hours(9), 'mitigated', 'The blog runs from a clean copy, its two admin accounts have new passwords and a second factor.', 'The account of an agency that left two years ago was still an administrator.'), close(days(4))],
  },
  {
    key: 'git-token', by: 6, ago: days(41, 3), how: 'told_by_outsider',
    title: 'Access token of ours found in a public repository',
    text: 'A stranger wrote politely that one of our access tokens is in a public repository of a former intern. He says that he did not use it. Anybody could have gained access with it.',
    then: [severity(20, 'high', 'The token may write to the code of a product.'), investigate(1), contain(9), note(40, 'Token revoked. Log: only our own build used it in the last 90 days.'), resolve(hours(12), 'mitigated', 'The token was revoked within half an hour. There was no foreign use of it.', 'The token was written into a script for a course and pushed with it.'), close(days(7))],
  },
  {
    key: 'colleague-downloads', by: 2, ago: days(6, 9), how: 'told_by_colleague', restricted: true,
    title: 'Colleague downloads customer list before leaving',
    text: 'A colleague who resigned last week has downloaded the complete customer list to a private USB drive, a team mate saw it. His last day is Friday. Please treat this with care.',
    affected: 'Customer data of the whole region',
    then: [assign(40, 'demo-lead'), investigate(5), ask(6, 'Thank you. Please talk to nobody else about it, also not to him. I come to you today.'), reply(10, 'Understood.'), note(hours(4), 'Legal and works council are informed. Device log confirms one copy of 2.1 GB on a private drive.'), check(15, 2), contain(hours(20))],
  },
  {
    key: 'snooping-records', by: 7, ago: days(31, 5), how: 'told_by_colleague',
    title: 'Somebody looked at personnel files without a reason',
    text: 'An employee looked at personnel files of colleagues without a business need, out of curiosity as it seems. The access log of the archive shows forty files in one evening.',
    then: [assign(60, 'demo-lead'), investigate(20), contain(hours(5)), resolve(days(4), 'policy_handled', 'Human resources and the works council decided about it. Access to the archive now follows the duties of each person.', 'Everybody in the department could open every file.'), close(days(6))],
  },
  {
    key: 'shared-password', by: 5, ago: days(55, 6), how: 'saw_it',
    title: 'Shift password on a sticky note',
    text: 'On the screen of the shift computer there is a note with the password of the shift leader. He shared his password with the whole team because the badge reader fails so often. It is against policy but nobody means harm.',
    then: [investigate(hours(5)), resolve(days(2), 'policy_handled', 'The reader was repaired and every person of the shift has an own sign-in now.', 'A broken reader made a shared sign-in the easier way.'), close(days(5))],
  },
  {
    key: 'admin-rights', by: 6, ago: days(0, 5), how: 'saw_it',
    title: 'I suddenly have admin rights in the ticket system',
    text: 'Since the change last night I see the tickets of all departments and have admin rights, also those of human resources. I closed it again. I do not think that this is meant to be.',
    then: [unassign(12), locate(8, 'Ticket system')],
  },
  {
    key: 'vpn-contractor', by: 'demo-response', ago: days(70, 3), how: 'software_warned',
    title: 'Contractor account used after the end of the contract',
    text: 'The VPN account of a contractor was logged in from a hotel network three weeks after the contract ended. It had remote access to two servers.',
    then: [investigate(20), contain(10), resolve(hours(8), 'mitigated', 'The account is closed. The contractor wanted to fetch his own notes, which the log confirms.', 'Accounts of contractors had no end date.'), reopen(days(2), 'A second account of the same company was found.'), accept(10), contain(30), resolve(hours(4), 'mitigated', 'All seven accounts of the company were reviewed, three were closed.', 'Accounts of contractors had no end date and no owner.'), close(days(5))],
  },
];
