import type { TechniqueRule } from './rule.ts';

/** What is run on computers, how it stays, and how it hides. */
export const insideRules: readonly TechniqueRule[] = [
  {
    id: 'T1204.001', name: 'Malicious Link', tactic: 'Execution', why: 'Somebody followed the link.',
    cues: ['CLICKED ~ LINK', 'LINK ~ CLICKED', 'i CLICKED it', 'CLICKED on it', 'i click|klick ~ LINK|it', 'CLICKED the|that button', 'scanned it|the ~ code|qr|looked|opened', 'i did click', 'OPENED ~ LINK'],
    hints: { in: ['phishing'], cues: ['signed in', 'went to the page', 'filled in|it', 'reactivated', 'CLICKED', 'i click', 'i OPENED', 'scanned', 'i logged in', 'opened it'] },
  },
  {
    id: 'T1204.002', name: 'Malicious File', tactic: 'Execution', why: 'Somebody opened or ran the file.',
    cues: ['OPENED ~ attachment*|attachement*|attatchment*|zip|iso|exe|docm|xlsm|macro*|installer|sample', 'OPENED ~ invoice|cv|document|excel|pdf ~ MAIL|attached|enable|macro*|black|window|content|asked|press*', 'enable|enabled ~ content|macros|editing', 'installed|instaled|downloaded|put ~ free|coupon|cracked|pirat* ~ joiner|converter|pdf|tool|program|software|player|app|finder', 'free pdf|converter|joiner|coupon|player', 'press|pressed yes|button|yellow|install ~ see|codec|update|screen', 'codec', 'she|he|user|they OPENED a|the|an cv|invoice|attachment*|file|zip|document', 'cracked ~ software|version|program|game|photoshop', 'free|cracked|pirated ~ worksheet|maker|pdf|game|software|tool|player', 'ran the crack', 'crack for the', 'opened|open cv|invoice|price list|zip|onenote', 'open|opened ~ zip', 'downloaded|downloading ~ template|crack|free|game', 'enabled macros'],
    hints: { in: ['malware'], cues: ['since i instal|install|installed|instaled', 'installed a|an|some|smth', 'game mod', 'update ~ installed', 'player update', 'OPENED ~ FILE', 'since i OPENED', 'double clicked', 'i OPENED it', 'open* ~ delivery note|invoice|order ~ press|says|enable'] },
  },
  {
    id: 'T1204.004', name: 'Malicious Copy and Paste', tactic: 'Execution', why: 'A page made somebody paste and run a command.',
    cues: ['press* windows|win ~ r|ctrl|v', 'win|windows r ~ ctrl|v|enter|paste*', 'paste*|copied|copy ~ command|line|code ~ run|terminal|powershell|console|box', 'captcha ~ press|paste|run|windows', 'ctrl v ~ enter'],
  },
  {
    id: 'T1059', name: 'Command and Scripting Interpreter', tactic: 'Execution', why: 'Commands ran in a console or a script.',
    cues: ['powershell*', 'cmd exe|window', 'mshta|wscript|cscript|javaw', 'black window|box|screen|console ~ flash*|opened|popped|appear*|came|second|blink*', 'black windows', 'command ~ window|prompt|line ~ opened|flash*|pop*|ran|type|typed', 'windows r', 'win r', 'macro* ~ enable*|ran|opened|content', 'enable|enabled content', 'sudo su', 'vbs|bat file|script ~ ran|run|opened', 'window flashed', 'paste* ~ command|terminal|run', 'black windows|box|window', 'cmd flash', 'typed something into', 'enabled macros|content'],
  },
  {
    id: 'T1053', name: 'Scheduled Task/Job', tactic: 'Persistence', why: 'Something starts again by a timetable.',
    cues: ['scheduled task*|job*', 'cron|crontab|cronjob*', 'task scheduler', 'every ~ night|hour|minutes ~ starts|started by itself|again'],
  },
  {
    id: 'T1547', name: 'Boot or Logon Autostart Execution', tactic: 'Persistence', why: 'Something comes back with each start or after it was ended.',
    cues: ['autostart*', 'startup folder|programs|list', 'run key', 'comes|came|keeps back ~ kill*|delete*|restart*|reboot*|remove*|seconds|close*', 'starts|opens|started ~ with|at|every ~ windows|boot|restart|login|startup', 'every time i ~ start|boot|restart|turn on|log in|switch on ~ window*|popup*|program|page|appears|opens', 'after ~ reboot|restart ~ back|again ~ there|opens|window|popup'],
  },
  {
    id: 'T1505.003', name: 'Web Shell', tactic: 'Persistence', why: 'A foreign script lies on a web server.',
    cues: ['web shell|webshell*', 'php file* ~ upload*|unknown|strange|NOT|new', 'strange|unknown|new ~ php|aspx|jsp', 'shell php', 'cmd php|aspx|jsp', 'upload* folder ~ php'],
  },
  {
    id: 'T1136', name: 'Create Account', tactic: 'Persistence', why: 'An account appeared that nobody made.',
    cues: ['new|unknown|strange|foreign|second ~ admin*|user*|account ~ nobody|NOT|none|appear*|created|listed|never|exists', 'account*|user* ~ nobody|none|NOT of us|created|knows|made|recogni*', 'useradd', 'new user name', 'new admins', 'someone|somebody|intruder ~ created|added|made ~ account|user|admin', 'created ~ admin|local ~ account|user', 'admin* ~ names that none|nobody', 'no admin|user|account here|known|called', 'user ~ NOT ~ here|knows|made', 'user added to', 'is a user', 'added to domain admins', 'admin ~ since ~ NOT|nobody|no one', 'user ~ no one', 'new administrator added', 'new user', 'unknown admin|user|account', 'we\'ve|we have no helpdesk|user|account'],
  },
  {
    id: 'T1098', name: 'Account Manipulation', tactic: 'Persistence', why: 'An account was changed so that somebody keeps access: a second device, a new owner, more rights.',
    cues: ['enrolled|registered|added|new|foreign|second ~ device|phone|authenticator ~ account|mfa|login|NOT|added|mine', 'move|moved ~ mfa|authenticator ~ phone|device', 'mfa ~ reset|moved|changed|removed ~ new|other|another|phone|NOT|caller', 'new|foreign|two|strange admins|admin|owner|delegate ~ listed|added|names|page', 'removed as admin', 'my|our|the ~ admin role ~ removed', 'email|address|number|phone ~ account was|got changed', 'recovery|backup ~ mail|email|phone|number ~ changed', 'password ~ changed|was changed ~ NOT|nobody|all|by', "didn't|didnt|never|NOT change* ~ password", 'suddenly ~ admin rights', 'permissions ~ changed|added ~ NOT|nobody|night', 'full access ~ mailbox', "didn't let me in any more", 'locked out ~ my|our|own|everyone|account', 'ssh key* ~ added|authorized*|unknown', 'granted full access', 'delegate', 'recovery e|email|mail', 'password changed', 'changed ~ phone number', 'reset your password', 'changed|reset ~ password ~ NOT', 'out of office ~ NOT|never', 'granted ~ role|owner|rights|access', 'role owner|admin granted', 'administrator|owner added', 'un paused'],
  },
  {
    id: 'T1176', name: 'Software Extensions', tactic: 'Persistence', why: 'An add-on in the browser does it.',
    cues: ['extension* ~ browser|chrome|edge|firefox|changed|search|installed|added|page', 'settings changed by extension', 'browser|chrome|firefox|edge ~ extension*|add on|addon*|plugin|toolbar', 'coupon ~ finder|helper|extension|on', 'each|every search ~ jumps|goes|opens|page', 'toolbar', 'search is some|another|not|different ~ google', 'every|each google search', 'puzzle ~ browser', 'casino|betting|pills page ~ search|google', 'search ~ goes to'],
    hints: { in: ['malware'], cues: ['in my browser', 'home page is', 'allow somewhere|somewere'] },
  },
  {
    id: 'T1036', name: 'Masquerading', tactic: 'Defense Evasion', why: 'A program or file carries a trusted name that is not its own.',
    cues: ['pdf exe|scr|lnk', 'double extension', 'looks|looked like ~ pdf|word|excel ~ exe|was|really|but', 'process ~ named|called|name ~ like|svchost|explorer|system|kworker*', 'kworkerds', 'scvhost|iexplorer', 'renamed ~ exe|extension', 'icon ~ pdf|word|folder ~ exe|lnk|program', 'invoice|catalogue|document lnk'],
  },
  {
    id: 'T1027', name: 'Obfuscated Files or Information', tactic: 'Defense Evasion', why: 'What it does was hidden: encoded, packed or behind a password.',
    cues: ['enc jab*', 'encoded ~ command|powershell|script|string', 'base <number> ~ string|command|powershell', 'obfuscat*', 'zip|archive ~ with|has ~ password', 'password ~ protected ~ zip|archive|attachment|document', 'password in msg|mail|message|text|email', 'enc <number>'],
  },
  {
    id: 'T1562', name: 'Impair Defenses', tactic: 'Defense Evasion', why: 'Protection was switched off.',
    cues: ['antivirus|defender|av|edr|firewall|protection|sensor|agent ~ off|disabled|stopped|uninstalled|removed|deactivated|turned', 'disabled|stopped|uninstalled|deactivated|turned|switched ~ antivirus|defender|av|edr|firewall|protection', 'exclusion* ~ defender|antivirus|folder|added', 'logging ~ off|disabled|stopped', 'cut ~ camera'],
  },
  {
    id: 'T1070', name: 'Indicator Removal', tactic: 'Defense Evasion', why: 'Traces were wiped.',
    cues: ['log*|history|event log|eventlog ~ cleared|wiped|deleted|erased|empty|gone|missing', 'wiped|cleared|deleted|erased ~ log|logs|history|recorder|traces|browser history|recording*', 'logs are|were empty|gone|missing', 'covered ~ tracks'],
  },
  {
    id: 'T1564.008', name: 'Email Hiding Rules', tactic: 'Defense Evasion', why: 'A mailbox rule hides messages from their owner.',
    cues: ['rule* ~ moves|moved|hides|deletes|deleted|sorts|rss|archive|folder|marks', 'rss ~ folder|feeds', 'rule* ~ rss', 'mails|emails|messages disappear*|vanish*', 'mails|emails|messages ~ go|went|moved straight|directly|to ~ trash|deleted|archive|rss', 'rule* ~ NOT ~ made|make|set|created|mine', 'rule ~ i|we never|didnt|didn\'t|not', 'rules in my mailbox'],
  },
  {
    id: 'T1071', name: 'Application Layer Protocol', tactic: 'Command and Control', why: 'A computer keeps talking to an outside address in the guise of ordinary traffic.',
    cues: ['beacon*', 'phones home|phone home|phoning home', 'connects|connecting|connections|talks|talking|calls|traffic ~ to ~ unknown|strange|foreign|<ip>|<url>', 'outbound|outgoing ~ connection*|traffic|requests ~ <ip>|unknown|strange|every|<url>|russia|china', 'command and control', 'dns ~ queries|tunnel* ~ strange|random|long|thousand*', 'pool <url>|invalid|minexmr', 'every|each ~ seconds|minutes ~ to <ip>|<url>', 'outbound calls', 'curl'],
  },
  {
    id: 'T1219', name: 'Remote Access Tools', tactic: 'Command and Control', why: 'Somebody works on the computer from afar with a remote tool.',
    cues: ['teamviewer|anydesk|ultraviewer|rustdesk|screenconnect|quickassist|logmein|supremo|ammyy', 'quick assist', 'remote ~ session|tool*|control|support ~ installed|let|gave|allowed|started|on|in|stranger|working|moved|wanted', 'let|gave ~ him|her|them|caller ~ into|on|control|remote|access ~ computer|pc|laptop|session|screen', 'mouse|arrow|cursor ~ moves|moved|moving|moveing ~ by|on|alone|itself|own', 'mouse|arrow|cursor moves|moved|moving', 'someone|somebody ~ moving|controls|controlling|working ~ files|mouse|my screen|computer|remote*', 'pointer ~ walk|move*', 'icon ~ went green', 'quick assist', 'support tool', 'mouse lags'],
  },
  {
    id: 'T1021', name: 'Remote Services', tactic: 'Lateral Movement', why: 'It went from one computer to the next over the network.',
    cues: ['spreading|spreads|spread ~ via|over|through|to other|computers|machines|network|pcs|smb|hosts|share', 'spreading', 'lateral*', 'also|now ~ other|next|neighbour* ~ pc|pcs|computers|terminals|machines|screens ~ same|infected|too|red|locked', 'one ~ next to me ~ same|too', 'going on other pcs', 'psexec|smb|wmi', 'hopped ~ server', 'all|both|other ~ three|two ~ rooms|computers ~ same|started', 'it was <number> screens', 'in ~ then someone in', 'hosts beaconing', 'started with ~ until|now|then', 'line ~ went too', 'just|also|now went too', 'controllers computers too', '<number> until now', 'same <number> ~ too|also'],
    hints: { in: ['malware'], cues: ['other pcs|computers|machines|hosts', '<number> hosts|machines|computers', 'now also'] },
  },
];
