import type { TechniqueRule } from './rule.ts';

/** How credentials and sessions are won and used. */
export const accountRules: readonly TechniqueRule[] = [
  {
    id: 'T1078', name: 'Valid Accounts', tactic: 'Initial Access', why: 'Somebody else used a real account.',
    cues: ['sign|signed|log|logged|login|signin in|on|into|to ~ my|our|her|his ~ account|mailbox|name|user', 'login*|sign ins|in|signin* ~ from ~ country|china|russia|brazil|hanoi|minsk|abroad|foreign|unknown|unfamiliar|strange|another|lagos|vietnam|nigeria|<ip>', 'someone|somebody|stranger|intruder|hacker ~ logged|signed|login ~ in|into|on|as', 'risky sign', 'impossible travel', 'unfamiliar location', 'unusual ~ sign|login|activity', 'logged in as ~ me|user|vendor|admin', 'signed in on ~ pixel|iphone|device|windows|android|pc', 'login|account|user ~ was|is|were ~ used ~ night|away|holiday|wedding|plane|flight|NOT', 'under|with ~ my|her|his|registrar* user|account|name|login|code', 'old|former|left|ex ~ account|login|access ~ still|active|works|worked', 'still ~ access|log in|login|signs in|works ~ left|last|gone|leaver', 'forgot to take her|him off', "hacked ~ mailbox|account|mail", 'mailbox|account|mail ~ hacked|taken over|compromised|hijacked', 'knows ~ my|our PASSWORD', 'uses|used|using|shares|gives|gave ~ my|his|her|our ~ login|password|user|badge|account ~ to|others|colleague*|without|for', 'accepted password for', 'logged|somebody|someone ~ in our ~ extranet|portal|booking|system', 'admin and admin', 'default password', 'in the book every evening', 'who was in my', 'signed in|login|session ~ lagos|hanoi|minsk|vpn|vps|geo', 'with|under my name', 'it|this was|wasnt|wasn\'t ~ NOT me', 'not me', 'none of it was me', 'hack*|took|taken ~ account|mailbox|instagram', 'vendor|service|supplier account', 'login ok user', 'with|using my key|card|code|password', 'i certainly didn\'t', 'user ~ nobody of us', 'released with my key', 'let me in any more', 'last login', 'reads as me', 'access ~ never been|had never|not taken|removed', 'account should have been off', 'still online', 'still has access|rights', 'granted his|her|them login'],
    hints: { in: ['unauthorized_access'], cues: ['login', 'sign ins|in|on', 'never been', 'someone|somebody|somone is in', 'from remote', 'by remote', 'is open to the world', 'login from', 'hacked', 'user <number>', 'my login', 'not mine', 'a login', 'session', 'admin <number>', 'by admin*', 'sign in', 'logged in', 'someone|somebody ~ account|mailbox|login|in', 'my account', 'admin ~ removed', 'sent folder', 'i wrote none', 'was removed as admin'] },
  },
  {
    id: 'T1110', name: 'Brute Force', tactic: 'Credential Access', why: 'Passwords are being tried out.',
    cues: ['brute force*|forc*', 'bruteforc*', 'failed|fail|invalid|wrong ~ login*|logon*|sign|password|attempts|kioskadm ~ <number>|many|hundreds|thousands|every|times|<hundreds>|<thousands>|x', '<hundreds>|<thousands>|many|hundreds|thousands ~ failed|fail|wrong|invalid ~ login*|attempts|password*', 'login|logon|sign in attempts', 'account ~ locked|lock ~ keeps|every|again|times|over', 'keeps ~ locking|locked|lock ~ account|out', 'dictionary attack', '<ip> x <number>|<thousands>|<hundreds>', 'trying|tries|tried ~ passwords|to log in|login ~ every|many|again|times', 'failed password for', 'keeps guessing', 'login fail', 'guess* ~ password|pin|login', 'denied|deny ~ user root|admin', 'fail user', 'wrong pw', 'accounts locked', 'failed logins|login'],
    hints: { in: ['unauthorized_access', 'denial_of_service'], cues: ['deny tcp', 'more ~ fail'] },
  },
  {
    id: 'T1110.003', name: 'Password Spraying', tactic: 'Credential Access', why: 'One password is tried on many accounts.',
    cues: ['password spray*|spraying', 'spray* ~ accounts|users|login*', 'same password ~ all|many|accounts|users', 'one|few tries|attempts|failed ~ each|every|per ~ account|user', 'failed ~ login*|sign ~ all|many|different|<number>|<hundreds> ~ users|accounts|colleagues', 'accounts|users ~ locked ~ all|whole|many|department|same'],
  },
  {
    id: 'T1110.004', name: 'Credential Stuffing', tactic: 'Credential Access', why: 'Passwords from a leak elsewhere are tried here.',
    cues: ['credential stuffing', 'reused password', 'same password ~ as|other|everywhere|site|choir|leak*|shop|else', 'used the same one', 'password* ~ from ~ leak|breach|dump', 'customers|customer ~ accounts ~ logged|login*|taken|hacked ~ many|hundreds|<number>|<hundreds>', 'loyalty|customer|app ~ login fail|ok', 'points ~ gone|transferred|stolen'],
  },
  {
    id: 'T1621', name: 'Multi-Factor Authentication Request Generation', tactic: 'Credential Access', why: 'Sign-in prompts are sent until somebody approves one.',
    cues: ['mfa fatigue|bombing', 'PROMPT ~ all night|every minute|again|keeps|times|nonstop|NOT|never|sleep|<number>|approve*|accept*|pressed', 'keeps|kept|keep ~ asking|sending ~ approve|PROMPT', 'phone ~ keeps|kept ~ asking|buzzing ~ approve|sign|PROMPT', 'approve* ~ PROMPT|sign in|request|one|login', 'approve request*', 'many|forty|<number>|hundred|dozens ~ prompts|pushes|requests ~ sign|app|approve|login|authenticator', 'sign in prompts|requests|request ~ NOT|never|every|night', 'accepted|approved|pressed|said|confirmed ~ prompt|push|authenticator|yes ~ app|phone|stop|by mistake|approve', 'asking me to approve', 'authenticator asking', 'approve since', 'buzzing all night', 'pressed no every'],
  },
  {
    id: 'T1111', name: 'Multi-Factor Authentication Interception', tactic: 'Credential Access', why: 'A one-time code was handed on or caught.',
    cues: ['gave|told|read|sent|typed|gave|dictated|entered|shared ~ <number> digits|code|otp|tan', 'CODE ~ gave|told|read out|sent him|her|them', 'read|tell|give|gave|told ~ him|her|them|caller ~ CODE', 'asked|wanted|asks|wants ~ CODE ~ phone|sms|app|from|off|texted', 'sms code', 'token code', 'one time ~ password|code|pin', 'sim ~ swap*|cloned|ported|new sim', '<number> digits off|from|on my phone', 'tell me pin', 'verification code', 'type|text|typed|reading out ~ code|token', 'press <number> ~ code'],
  },
  {
    id: 'T1539', name: 'Steal Web Session Cookie', tactic: 'Credential Access', why: 'A signed-in session was taken.',
    cues: ['cookie*|session* ~ stolen|stole|theft|zipped|taken|copied|hijack*|stealer', 'stealer ~ cookies|session*|browser', 'session hijack*', 'stole|stolen ~ session|cookie*|token*', 'evilginx|aitm'],
  },
  {
    id: 'T1528', name: 'Steal Application Access Token', tactic: 'Credential Access', why: 'An application was allowed to read the account.',
    cues: ['app ~ read ~ mail|mailbox|contacts|files', 'pressed|clicked|gave|granted accept|allow|consent|permission* ~ app|read|publisher|who', 'consent ~ page|screen|app|granted|gave', 'oauth*', 'wanted to read my', 'what the app may do', 'app|application ~ permission* ~ mailbox|mail|account|files|drive', 'allowed|authori* ~ app|application|plugin ~ mailbox|calendar|account|mail|drive', 'api|access token* ~ stolen|leaked|stole|taken', 'plugin ~ mails|sits ~ meetings|summary|everybody'],
  },
  {
    id: 'T1552', name: 'Unsecured Credentials', tactic: 'Credential Access', why: 'Passwords or keys lie where others can read them.',
    cues: ['PASSWORD ~ sticky|note|post|whiteboard|paper|excel|spreadsheet|desk|monitor|plain|clear|text|visible|taped|photo|wall', 'sticky note|whiteboard ~ PASSWORD', 'key*|secret*|token*|PASSWORD ~ in ~ git|github|repo*|code|commit|log|logs|wiki|confluence|slack|chat', 'github|git|repo* ~ PASSWORD|key|keys|secret*|token*', 'hardcoded|hard coded', 'ssh|api|aws|signing|private keys|key ~ posted|public|leaked|uploaded|exposed|github|committed', 'list|file|sheet ~ of|with|all ~ PASSWORD', 'wifi ~ password ~ whiteboard|photo|page|behind', 'pin taped to', 'tomcat ~ tomcat', 'all key safe codes'],
  },
  {
    id: 'T1555', name: 'Credentials from Password Stores', tactic: 'Credential Access', why: 'Saved passwords were taken out of a browser or a manager.',
    cues: ['saved ~ passwords ~ browser|stolen|exported|stealer', 'browser passwords', 'infostealer|info stealer|redline|lumma|stealer', 'password manager|vault|keepass ~ opened|stolen|copied|breach*|hacked|export*', 'passwords ~ exported'],
  },
  {
    id: 'T1056', name: 'Input Capture', tactic: 'Collection', why: 'What is typed is read along.',
    cues: ['keylog*', 'key logger', 'formgrab*|form grabber', 'records|recording|recorded ~ typed|typing|keystrokes|keyboard', 'keystroke*', 'skimmer|webskimmer|magecart', 'checkout js', 'card fields', 'posts|sends ~ card ~ fields|numbers|data ~ to', 'cards used at our', 'posmon', 'card ~ fraud ~ store|till'],
  },
  {
    id: 'T1557', name: 'Adversary-in-the-Middle', tactic: 'Credential Access', why: 'Somebody sits between people and the page that they mean.',
    cues: ['certificate ~ warning|error|wrong|changed|mismatch|invalid ~ wifi|every|our|page|intranet|suddenly', 'evil twin', 'man in the middle|mitm', 'another|other|different|wrong page than ~ asked|typed|wanted', 'they get|got another page', 'same name ~ wifi|network|ssid|open', 'wifi|ssid ~ same name|looks like ours|fake', 'fake|free|rogue ~ wifi|hotspot|ssid ~ name|login|asks|guest|called', 'arp|dns ~ spoof*|poison*|changed|hijack*', 'router ~ dns ~ changed'],
  },
  {
    id: 'T1606', name: 'Forge Web Credentials', tactic: 'Credential Access', why: 'A session or token was forged.',
    cues: ['forged ~ token*|saml|cookie*|jwt', 'golden saml', 'jwt ~ forged|signature|none|fake', 'changed ~ id|number ~ url|address|link ~ saw|see|other', 'changing ~ number|id ~ url|address|link'],
  },
  {
    id: 'T1550', name: 'Use Alternate Authentication Material', tactic: 'Lateral Movement', why: 'Tokens or hashes were used in place of a password.',
    cues: ['pass the hash|ticket', 'token|session|cookie ~ reused|replayed|used ~ from|other|elsewhere|another', 'mfa ~ bypass*|skipped|without', 'signed in without ~ mfa|code|prompt|password'],
  },
  {
    id: 'T1531', name: 'Account Access Removal', tactic: 'Impact', why: 'The rightful owners were locked out.',
    cues: ['none of us ~ get|log|sign in', 'locked out ~ all|everyone|whole|us|none|everybody', 'my own ~ role|rights|access ~ removed', 'removed as admin', 'password* ~ changed ~ all|everybody|<number>|whole', 'cannot|can\'t|cant ~ log|sign|get in ~ password ~ changed', "didn't let me in any more", 'was removed ~ admin|owner'],
  },
];
