import type { TechniqueRule } from './rule.ts';

/** How attackers make contact and get in. */
export const entryRules: readonly TechniqueRule[] = [
  {
    id: 'T1566', name: 'Phishing', tactic: 'Initial Access', why: 'A message wants people to do something that harms them.',
    cues: ['phishing|phish|fished ~ MAIL', 'scam ~ MAIL'],
    hints: { in: ['phishing'], cues: ['MAIL', 'sms', 'text', 'phish*', 'subject', 'invite', 'letter', 'poster', 'sticker*'] },
  },
  {
    id: 'T1566.001', name: 'Spearphishing Attachment', tactic: 'Initial Access', why: 'A message brought a file.',
    cues: ['MAIL ~ with attachment*|attachement*', 'MAIL ~ zip|iso|docm|xlsm', 'attachment*|attachement* ~ from|in|of ~ MAIL', 'invoice ~ attached', 'spawned by outlook', 'OPENED ~ attachment*|attachement*', 'MAIL ~ attached'],
    hints: { in: ['phishing', 'malware'], cues: ['zip', 'xlsm|docm|iso|onenote', 'handbook pdf', 'pdf from', 'attachment*|attachement*|attatchment*', 'attached pdf|file|document|invoice|zip', 'pdf attached', 'MAIL ~ invoice|cv|doc|pdf|zip|iso|html', 'see attached', 'open and confirm', 'zip with password', 'enable editing'] },
  },
  {
    id: 'T1566.002', name: 'Spearphishing Link', tactic: 'Initial Access', why: 'A message leads to a page behind a link.',
    cues: ['MAIL ~ LINK', 'LINK ~ in|of|from ~ MAIL', 'MAIL ~ click*|tap', 'MAIL ~ qr', 'phishing ~ LINK'],
    hints: { in: ['phishing'], cues: ['<url>', 'here ~ <url>', 'download your', 'sign in with', 'view letter|document|message', 'review document', 'reactivate here', 'page|site ~ asked|wanted|asks', 'redelivery', 'toll', 'parcel ~ pay|stuck|text', 'LINK', 'click|clicked|tap|tapped here|it|on', 'sms', 'text saying', 'qr', 'scan*|code ~ page|login|pay|card', 'log in with', 'MAIL ~ log in', 'MAIL ~ confirm|verify|update|view|upgrade', 'from <mail>', '<mail> subject', 'MAIL ~ form', 'expires|expire|expired|expiring'] },
  },
  {
    id: 'T1566.003', name: 'Spearphishing via Service', tactic: 'Initial Access', why: 'The contact came over a social network or a chat, past the mail filter.',
    cues: ['linkedin|whatsapp|telegram|messenger|instagram|facebook|slack|discord|wechat ~ MAIL', 'MAIL ~ on|in|over|via|through linkedin|whatsapp|telegram|messenger|instagram|facebook|slack|discord', 'contacted|wrote|writes|texted|added|approached ~ linkedin|whatsapp|telegram|messenger|instagram', 'recruiter ~ linkedin|link*|sent|zip', 'linkedin ~ recruiter'],
    hints: { in: ['phishing', 'social_engineering'], cues: ['linkedin', 'whatsapp', 'messenger', 'telegram', 'teams call|message|chat'] },
  },
  {
    id: 'T1566.004', name: 'Spearphishing Voice', tactic: 'Initial Access', why: 'Somebody on the phone tries to get in.',
    cues: ['caller|CALL ~ remote|teamviewer|anydesk', 'caller|CALL ~ install', 'caller|CALL ~ asked|asking|asks|wanted|wants|needed|read|tell ~ CODE', 'caller|CALL ~ go to a website|page', 'caller ~ reset|password|vpn|wifi', 'voicemail ~ link|call back', 'robocall*', 'press win|windows', 'CALL ~ read ~ CODE'],
    hints: { in: ['social_engineering'], cues: ['help desk|helpdesk|it desk', 'rang|phoned|call* ~ pretend*|saying|from', 'verify ~ by phone', 'digits', 'caller ~ from|pretend* ~ it|support|microsoft|bank|service|helpdesk', 'on the phone ~ it|support|microsoft|bank|service|desk', 'CALL ~ microsoft|support|helpdesk'] },
  },
  {
    id: 'T1598', name: 'Phishing for Information', tactic: 'Reconnaissance', why: 'Somebody asks for credentials, bank data or other facts worth having.',
    cues: ['fake|false|forged ~ login|page|portal|form', 'verify|confirm|validate|update|reenter ~ account|password|identity|bank|mailbox|details', 'asks|asked|asking|wants|wanted|want ~ PASSWORD', 'asks|asked|asking|wanted|want ~ bank|card ~ details|number|data', 'form ~ bank details', 'entered|typed|put|wrote|gave|filled ~ PASSWORD', 'looked|looks like our|the login', 'PASSWORD expires|expired|expire', 'account ~ blocked|suspended|expire|deactivated ~ confirm|verify|click|LINK', 'typed account', 'sort code', 'wrote ~ password', 'put ~ password in', 'signed in ~ no|nothing|not'],
    hints: { in: ['phishing'], cues: ['signed in|on', 'asks ~ number', 'typed', 'entered', 'pay ~ <number>|<money>', 'paid|payed', 'log|logged|login in with|on|again', 'logged in|on', 'login', 'PASSWORD', 'bank details|account', 'put ~ card|details|everything', 'credit card', 'confirm|verify', 'survey', 'refund', 'blocked', 'keep same password', 'card'] },
  },
  {
    id: 'T1598.004', name: 'Spearphishing Voice', tactic: 'Reconnaissance', why: 'Somebody sounds people out on the phone.',
    cues: ['caller|CALL ~ asking|asked|asks|wanted|wanting|wants ~ who|which|when|list|names|numbers|schedule|rota|details|version|model|numbers|key|keys|home|mobile', 'caller ~ asked|wanted|asking', 'told|gave him|her|them|caller nothing', 'fishing ~ question*', 'fishing for'],
    hints: { in: ['social_engineering'], cues: ['asked about|for|which|what|if', 'ask|asks which|what|if|about|for', 'survey', 'i told him|her|them', 'give|gave me|him|her all', 'i need the', 'wanted|wants ~ address|mobile|room|date|number|discharge|cctv|password|list', 'asked|ask|asks ~ number|address|room|code|date|name', 'which room', 'phoned ~ for ~ address|appointment|list', 'read him|her|them', 'asked ~ which|who|how|what', 'kept asking', 'keeps asking', 'wanting ~ numbers|names|list', 'too many questions', 'list ~ who has keys', 'journalist ~ asked'] },
  },
  {
    id: 'T1534', name: 'Internal Spearphishing', tactic: 'Lateral Movement', why: 'Messages go out under a colleague’s own account.',
    cues: ['sent folder|items|box', 'MAIL ~ in ~ sent', 'sent|went|going ~ from my|her|his|our account|mailbox|address|inbox', 'MAIL ~ i NOT SENT', 'NOT SENT ~ MAIL', 'i wrote none of', 'wrote none of them', 'i never wrote', 'colleague* ~ account ~ MAIL', 'MAIL ~ from ~ colleague*|own|my own|internal ~ account|address ~ NOT', 'says|said she|he NOT SENT'],
    hints: { in: ['unauthorized_access'], cues: ["we|i didn't|didnt|never write|wrote|send|sent this|it|them|that", 'writes to our guests|customers|clients|suppliers', 'sends as me', 'in my|our name'] },
  },
  {
    id: 'T1189', name: 'Drive-by Compromise', tactic: 'Initial Access', why: 'A web page brought the harm by being visited.',
    cues: ['watch* ~ free film|movie|football|match|stream', 'fake|false update ~ browser|chrome|page', 'browser|chrome ~ update ~ page|popup|pop', 'visited|visiting|surfing|browsing ~ page|site|website ~ virus|malware|download*|infected|alert|warning', 'pop ups|up ~ virus|viruses', 'page|site ~ download* by itself|automatically', 'not a robot ~ windows|win|press'],
    hints: { in: ['malware'], cues: ['virus|viruses|virusses|infections ~ click|clean|call', 'toll free', 'call this number', 'pop ups|up', 'notifications', 'fullscreen ads', 'streaming', 'free film|movie', 'captcha', 'i am not robot', 'verify ~ human'] },
  },
  {
    id: 'T1195', name: 'Supply Chain Compromise', tactic: 'Initial Access', why: 'The harm came inside something that a supplier or a public store delivers.',
    cues: ['npm|pip|pypi|package|dependency|library|plugin|image ~ malicious|compromised|backdoor*|typosquat*|phones home|infected|keys', 'docker hub', 'compromised|hacked|malicious|poisoned ~ npm|package|dependency|update|library|plugin|supplier|vendor', 'supplier|vendor|provider ~ was|been|got|is hacked|breached|compromised', 'npm install', 'update ~ from|of ~ vendor|supplier ~ malicious|infected|trojan|malware', 'new|fresh from factory|box ~ malware|infected', 'postinstall', 'small ~ package ~ version|went', 'audit is clean'],
  },
  {
    id: 'T1199', name: 'Trusted Relationship', tactic: 'Initial Access', why: 'An outside partner’s access was used.',
    cues: ['vendor|supplier|contractor|partner|agency|provider ~ account|access|login|vpn ~ used|hacked|abused|strange|still|active|logged', 'someone|somebody ~ vendor account', 'through|via our ~ partner|supplier|provider|msp|contractor ~ access', 'account of an|the agency|supplier|vendor|contractor'],
  },
  {
    id: 'T1133', name: 'External Remote Services', tactic: 'Initial Access', why: 'A way in from outside (VPN, remote desktop) was used.',
    cues: ['vpn ~ login|logged|session|connected|connection|sign|account ~ from|strange|foreign|unknown|night|NOT', 'rdp ~ login|session|open|exposed|internet|brute*|from', 'remote desktop ~ open|exposed|internet|login|session|someone|somebody', 'citrix ~ login|logged|session', 'remote user', 'vpn ~ china|russia|country|abroad|foreign', 'remote thing|access ~ on|changed|open'],
  },
  {
    id: 'T1190', name: 'Exploit Public-Facing Application', tactic: 'Initial Access', why: 'A public application was made to do what it should not.',
    cues: ['sql injection', 'quotes and or', 'old|unpatched|outdated ~ plugin|wordpress|version|server ~ hacked|exploit*|hole', 'exploit* ~ website|server|shop|portal|plugin|hole|vulnerab*', 'log <number> j|shell', 'path traversal|xss|rce', 'vulnerab* ~ exploited|used', 'typed|put ~ tracking|search|login box', 'union select', 'sql something', 'injection', 'select user', 'web login admin'],
  },
  {
    id: 'T1200', name: 'Hardware Additions', tactic: 'Initial Access', why: 'A device was attached that does not belong there.',
    cues: ['strange|unknown|little|small|black|foreign|weird box|device|dongle|gadget|adapter ~ plugged|attached|connected|behind|cable|port|switch|under|network', 'plugged ~ own|private|his|her|home router|wifi|ap|switch|laptop', 'rogue|own|private ~ access point|wifi|router|hotspot', 'raspberry', 'keylogger ~ usb|plug*|cable|keyboard', 'skimmer|skimming', 'card slot ~ plastic|wobbly|glue', 'between ~ keyboard and', 'wifi box', 'another wifi', 'hid keyboard', 'turned up as a keyboard', 'second|foreign reader|board', 'reader ~ glued|taped|board|wires', 'dongle', 'plugged a|his|her laptop'],
  },
  {
    id: 'T1091', name: 'Replication Through Removable Media', tactic: 'Initial Access', why: 'A storage stick brought something in.',
    cues: ['STICK ~ plugged|pluged|connected|put|inserted|virus|worm|malware|antivirus|found|infected|in a|the pc|computer', 'plugged|pluged|connected|put|inserted|stuck ~ STICK', 'found ~ STICK', 'STICK ~ from ~ park|fair|street|floor|shop|post|car', 'autorun', 'external|private ~ drive|disk ~ virus|worm|infected', 'his|her stick still in', 'telephone stick', 'pens|lamps|gift* ~ usb|stick', 'usb ~ pens|lamps|present|inside', 'stick in pc|teacher|computer', 'put|puts a|the|his|her stick'],
  },
  {
    id: 'T1656', name: 'Impersonation', tactic: 'Defense Evasion', why: 'Somebody poses as a person or an office that people trust.',
    cues: ['pretend*|pretent*|impersonat*|posing|posed|poses|masquerad*', 'claimed|claiming|claims to be|from', 'said|says he|she|they is|was|were|from ~ microsoft|it|bank|support|police|helpdesk|service|office|head|fire|auditor*', 'says|said hes|shes|from microsoft|it|the|head', 'real ceo|cfo|boss|director|agent|owner|one called|walked|says|knows', 'fake|false|so called ceo|boss|auditor|inspector|technician|police|supplier|agent|journalist|recruiter|badge|id', 'looked|sounded real|right', 'deepfake|voice clone|cloned voice', 'ceo|cfo|boss|director|president|dean ~ gift card*', 'never|nobody heard of her|him|them', 'has never heard of', 'does|did not know him|her', 'ceo fraud', 'cfo|ceo ~ secret|confidential|urgent ~ transfer|payment|purchase|deal', 'real|actual|our ~ cfo|ceo|director ~ phone|plane|coffee|holiday|called', 'ministry|bank|police|supplier|agency|authority|office|service|company ~ NOT heard|know|send|sent', "who isn't", 'no inspection', 'somebody mailed as', 'mailed as one of', 'nobody of theirs called', 'not from our|the supplier|bank|company|ministry|agency'],
    hints: { in: ['social_engineering', 'phishing'], cues: ['says she|he|they is|are|from', 'said she|he|they was|were|from', 'shes|hes from', 'voice of', 'not theirs', 'doesn\'t exist', 'had no paper', 'head office', 'voice perfect', 'every day with other name', 'was not real', 'believe she|he|it is', 'fake', 'has no such', 'sent no one|nobody', 'no such|new guy|doctor|officer|person|company', 'says they sent', 'daughter', 'from|as ~ ceo|cfo|boss', 'his voice', 'gmail address', 'head|director name', 'real supplier|one', 'police jacket', 'pretending', 'family has no', 'caller ~ from ~ it|microsoft|bank|support|office|head|carrier|service|police', 'man|lady|guy|woman|bloke|someone|somebody from ~ it|microsoft|bank|support|service|board|council|ministry|company', 'office phoned', 'cfo|ceo|boss ~ on|in video|phone|call|teams', 'guest ~ cfo|ceo|boss|camera', 'fraud team', 'in the name of', 'voice sounded', 'auditor|inspector|technician|journalist'] },
  },
  {
    id: 'T1585', name: 'Establish Accounts', tactic: 'Resource Development', why: 'A false profile was set up.',
    cues: ['fake|false|copy|clone*|duplicate ~ profile|account|page ~ linkedin|facebook|instagram|twitter|our|my|of|with', 'profile ~ with|using|of ~ my|our|his|her ~ photo|picture|name|logo', 'someone|somebody ~ made|created|opened ~ profile|page|account ~ name|logo|of us|photo'],
  },
  {
    id: 'T1586', name: 'Compromise Accounts', tactic: 'Resource Development', why: 'A real account outside was taken over and is used in its owner’s name.',
    cues: ['instagram|facebook|linkedin|twitter|tiktok|youtube ~ hacked|taken|stolen|posts|posted|changed|sells', 'hacked ~ facebook|instagram|linkedin|twitter|account|mailbox|mail|email', 'supplier*|customer*|partner* ~ mailbox|email|account ~ hacked|compromised', 'page|profile ~ now sells', 'page ~ posted about crypto', 'page changed its name', 'email address on your account was changed'],
  },
];
