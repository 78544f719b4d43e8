import type { TechniqueRule } from './rule.ts';

/** What is collected, carried off, damaged or earned. */
export const harmRules: readonly TechniqueRule[] = [
  {
    id: 'T1486', name: 'Data Encrypted for Impact', tactic: 'Impact', why: 'Files were made unreadable to blackmail.',
    cues: ['ransom*', 'file|files|data|server*|documents|drive|share|disk|scores|network|everything ~ ENCRYPTED', 'ENCRYPTED ~ files|data|server*|documents|share|network', 'files|documents|scores|pictures|folders ~ locked', 'file|files ~ ends|end|ending|extension ~ in|strange|weird|<url>|new|changed', 'file ~ ends in', 'screen* ~ wanting|wants|asks|pay ~ money|bitcoin*|pay', 'screen ~ countdown|padlock|timer|skull', 'countdown ~ padlock|pay|bitcoin*|screen', 'pay ~ in|within <number> hours', 'decrypt*', 'readme ~ pay|decrypt|bitcoin|txt', 'lockbit|blackcat|alphv|ryuk|conti|akira', 'renamed ~ readme|note|txt|locked|lockd', 'renamed lockd|locked', 'readme', 'read me or|back|txt|now', 'want|wants|asks for|demand* ~ bitcoin|btc', 'files ~ renamed|grey|funny names', 'files is|are ours', 'note ~ on desktop|txt', 'pay* ~ unlock', 'ends|end now|in|with ~ text|note|lock|krypt|qlock', 'funny endings', 'every|each folder ~ text|telling|note', 'text|note file in each|every folder', 'clock ~ down ~ money|pay', 'lock picture'],
    hints: { in: ['malware'], cues: ['shares', 'clock', 'lock screen', 'want ~ money|euro', 'lokd|lockd', 'negotiate', 'skulls|sculls', 'asks for bitcoin', 'bitcoin'] },
  },
  {
    id: 'T1490', name: 'Inhibit System Recovery', tactic: 'Impact', why: 'The way back was cut: backups or restore points are gone.',
    cues: ['backup*|snapshot*|shadow ~ deleted|gone|encrypted|wiped|erased|missing|destroyed', 'deleted|wiped|erased|encrypted|destroyed ~ backup*|snapshot*|shadow', 'vssadmin', 'shadow copies', 'restore points', 'vss gone|deleted'],
  },
  {
    id: 'T1485', name: 'Data Destruction', tactic: 'Impact', why: 'Data was destroyed.',
    cues: ['files|folder*|data|database|records|drive|share|disk|server|repo* ~ deleted|wiped|erased|destroyed|gone|vanished ~ night|by|all|whole|someone|somebody|he|she|purpose|leaver|admin|left|angry', 'deleted|wiped|erased|deletes ~ whole|all|entire|everything|project|customer|shared|production|database|drive|repo*', 'wiper malware', 'icons ~ gone', 'drop table|database', 'rm rf', 'sabotage* ~ delet*|wip*|data', 'wiped mbr|disk|it', 'deleted all', 'timetable is deleted', 'runners were scrubbed', 'dropped <number> schemas|tables'],
  },
  {
    id: 'T1489', name: 'Service Stop', tactic: 'Impact', why: 'Services were stopped on purpose.',
    cues: ['stopped|stops|killed|kills|shut|switched|turned ~ service*|server*|process* ~ purpose|someone|somebody|attacker|he|intruder|malware|one after', 'services|servers ~ stopping|stopped|going down ~ one|another|after|by one', 'sabotage* ~ server*|service*|cable*|line|production'],
  },
  {
    id: 'T1529', name: 'System Shutdown/Reboot', tactic: 'Impact', why: 'Computers are switched off or restarted from outside.',
    cues: ['restarting|rebooting|shutting|restart|restarts|rebooted|restarted ~ one after|after the other|all|by itself|themselves|own|every', 'computers|pcs|machines|screens|servers ~ restarting|rebooting|shutting|restart*|reboot*', 'all ~ shut down ~ same|once|itself'],
  },
  {
    id: 'T1491', name: 'Defacement', tactic: 'Impact', why: 'What people see was replaced with the intruder’s message.',
    cues: ['defac*', 'site|page|website|shop|homepage|blog ~ shows|show|displays|replaced ~ flag|skull|music|message|hacked|picture|slogan|text|porn*|logo', 'hacked by', 'flag ~ music|n music', 'desktop|background|wallpaper ~ changed|replaced|text|red|message', 'every|all printer* ~ prints|printing|print', 'screens|displays|signage|board ~ show|shows|message|porn*|slogan|same thing', 'shows ~ flag|skull', 'vandalis*|vandaliz*', 'rude film|picture*|video ~ screens|screen', 'film|clown|slogan ~ all|lobby|screens', 'screens ~ film|clown|rude', 'yellow writing'],
    hints: { in: ['unauthorized_access', 'malware'], cues: ['flag', 'skull'] },
  },
  {
    id: 'T1498', name: 'Network Denial of Service', tactic: 'Impact', why: 'The line is filled with traffic.',
    cues: ['ddos*|dos attack|attacks', 'gbps|gbit|mpps|gigabit|gb s', 'flood* ~ traffic|udp|syn|packets|line|requests|network', 'udp|syn ~ flood|reflection|amplification|gbps', 'line|internet ~ full|saturated|choked ~ junk|traffic|attack|outside', 'firing|junk ~ traffic|at it|requests|purpose', 'botnet ~ traffic|attack|flood|requests|hits', 'mitigation active', 'traffic ~ bots|rented|botnet|junk', 'gbit|gbps|mbps|mpps|tbps', 'null routed', 'botnet', 'attacked by'],
    hints: { in: ['denial_of_service'], cues: ['from abroad', 'hit ~ harder', 'under fire', 'junk', 'flood*', 'udp', 'packets', 'hammered', 'knocked ~ offline|off', 'offline with', 'pumping', 'query|queries|qps|lookups', 'demo', 'from hacked cameras', 'target of', 'traffic', 'attack', 'power <number> minute', 'this was a taste', 'rented machines', 'provider ~ filter*|wave|requests|attack', 'wave of'] },
  },
  {
    id: 'T1499', name: 'Endpoint Denial of Service', tactic: 'Impact', why: 'A service is drowned in requests.',
    cues: ['SITE ~ down|dead|slow|overloaded|unreachable|frozen|froze|crashed ~ requests|bots|traffic|hits|attack|junk', 'requests ~ second|minute|<thousands>|<hundreds>|million*|thousand*|random|junk|strange', 'million*|thousands|<thousands>|<hundreds> ~ requests|hits|calls', 'rate|rps|req ~ <thousands>|<number>|limit*', 'rps', 'slowloris', 'pool exhausted', 'waf ~ rate|rule|challenge|block*', 'robot|bots|bot ~ hitting|hits|search|thousands|every second|requests', 'fax ~ black|pages|jam*|toner|solid', 'alarms ~ minute|false|spam', 'rest|rung|ringing off the hook', 'robot|robo calls', 'all|every lines|line ~ calls|rings|robot|silence', 'sms ~ minute|second', 'half open', 'qps', 'denied x', 'posts from', 'hammered', 'holds all'],
    hints: { in: ['denial_of_service'], cues: ['pummelled|pummeled', 'rings|ring ~ same time|robot|again', 'hogging', 'autodialler|autodialer', 'million', 'gibberish', 'throttled', 'fake ~ visitors|sign|accounts', 'hundreds|thousands|<thousands>|<hundreds> ~ times|calls|entries|chats', 'called hundreds', 'blip', 'sleeps', 'dies|died', 'blocked by calls', 'calls that', 'every second', 'flood*', 'dying|dies|died|drop|dropped|drops|falls over|hangs', 'sleeping|offline', 'nonstop', 'again and again', 'queue is full', 'cannot ~ get through', 'mitigation', 'error <number>|<hundreds>', 'unreachable', 'open ~ portal|site|page', 'requests', 'hits', 'down|dead|overloaded|froze|frozen', 'jammed', 'calls ~ every|minute|nonstop|hang', 'lines ~ blocked|busy', "can't open", 'dropped', 'alarms'] },
  },
  {
    id: 'T1667', name: 'Email Bombing', tactic: 'Impact', why: 'A mailbox is buried under messages.',
    cues: ['mailbomb*|mail bomb*|email bomb*|spam bomb*', 'inbox|mailbox ~ flooded|buried|drowning|swamped|<thousands>|<hundreds>|thousands|copies ~ mails|emails|newsletter*|copies|sign|subscription*|confirm*|hour|same', 'flooded|bombed|buried|swamped ~ mails|emails|newsletter*|subscription*|confirmations', 'thousands|<thousands>|<hundreds>|hundreds ~ mails|emails|copies|newsletters|subscriptions|blank ~ hour|minute|inbox|same|day|ones|morning', 'signed up ~ newsletter*|hundreds|thousands', 'copies ~ per hour', 'subscribed ~ hundreds|thousands|newsletters', 'mails|emails per minute|second|hour', 'lists|list ~ subscrib*', 'subscribing me', 'every second|minute ~ welcome|thanks|newsletter|mail|mails', 'newsletter sign ups'],
  },
  {
    id: 'T1496', name: 'Resource Hijacking', tactic: 'Impact', why: 'Computers work for somebody else’s gain.',
    cues: ['xmr*', 'crypto ~ min*', 'min*|mining ~ crypto*|monero|bitcoin|coins|pool|gpu|idle', 'miner|miners|mines|mining', 'kworkerds', 'cpu ~ <number>|<hundreds>|full|percent|max*|always ~ process|unknown|strange|nothing|task|idle|night|NOT', 'every core at', 'core*|cpu|gpu at <hundreds>', 'at <number> percent ~ comes|unknown', 'pool <url>|invalid', 'his namespace', 'cloud ~ bill|costs ~ exploded|tripled|jumped|instances|unknown|gpu', 'instances|vms ~ nobody|unknown|NOT|someone ~ started|created|mining|gpu', 'gpu machines', 'machines running in', 'bill|alert ~ overnight|gpu', 'rang cuba', 'premium ~ phone|calls|numbers', 'sms pumping', 'started without us', 'fan ~ full|loud|roaring ~ process|since i|weekend'],
  },
  {
    id: 'T1657', name: 'Financial Theft', tactic: 'Impact', why: 'It is about money: a diverted payment, fraud or extortion.',
    cues: ['transferred|transfered|wired|paid|released|sent|pay|split ~ <money>|<thousands>|k|transfer*|euros|dollars|pounds', 'transfer*|payment* ~ <money>|<thousands>|k|account|today|hong|gone|made|urgent|secret', 'gift card*', 'new|changed|different|other ~ bank ~ details|account|data', 'bank details ~ changed|new|change|by phone', 'change|changed|changing ~ bank ~ details|account', 'iban ~ changed|new|other', 'salary|wages|payroll ~ another|other|new|different|move* ~ account|bank', 'invoice ~ paid|pay ~ wrong|other|fake|new|false ~ account|bank', 'pay <number>|<hundreds>|<thousands>|<money> ~ usdt|bitcoin*|btc|taste|or|crypto', 'pay again', 'transfer <thousands>|<money> or', 'extort*|blackmail*', 'will|gonna|going ~ publish ~ data|gb|files|or|whatever', 'they have <number>|<hundreds> gb', 'i need <number>|<money>|<thousands>', 'cash goes to', 'refund* ~ own|same|his|her|no customer|gift|cards', 'credits ~ to ~ gift', 'claims as paid', 'changing the bank', 'lost money', 'charged <number>|<hundreds>|<thousands>|<money>', 'card ~ empty|charged', 'two paid', 'money|cash ~ gone|stolen|lost|to account', 'vouchers|voucher|gift ~ codes|bought|cards', 'coins to', 'btc until', 'send <number> btc|bitcoin', 'not paid <number>', 'ransom|pay or else', 'points transferred|gone', 'refused to pay', 'reserve money', 'where is ~ money', 'upfront', 'new bank', 'points ~ spent|gone', 'funds to a|new', 'bank takings', 'refund approved', 'spent ~ <money>|<thousands> ~ adverts|ads'],
    hints: { in: ['social_engineering', 'phishing'], cues: ['iban', 'transfer*', 'payment', 'i sent it <number>', 'i released it', '<money>'] },
  },
  {
    id: 'T1565', name: 'Data Manipulation', tactic: 'Impact', why: 'Records were changed to mislead.',
    cues: ['grades|marks|records|amounts|figures|prices|balance|values|numbers|data|bank details|entries|valve|setpoint* ~ changed|altered|raised|manipulat*|edited|went from|set to ~ NOT|nobody|someone|somebody|am|user|night|between|without|remote|didn*|<number>', 'manipulat*|tamper*|falsif*|forging|forged ~ records|data|logs|figures|results|entries|claims|values|timesheet*', 'changing ~ bank details|records|grades|prices|amounts|entries|figures ~ between|own|back|without|for', 'logs ~ claims as paid', 'approving ~ own|cousin*|friend*|relative* ~ claim*|orders', 'rings up returns|refunds', 'backdated|backdating', 'was set to <number>|<hundreds>', 'grades ~ went from|night|changed', 'went from <number> to', 'setpoint', 'set all|six freezers', 'valve', 'set|put ~ to ~ i did not|not us', 'bumped ~ marks|grades', 'setpoints', 'changed setpoint|setpoints'],
  },
  {
    id: 'T1114', name: 'Email Collection', tactic: 'Collection', why: 'Mail is read or copied by somebody else.',
    cues: ['reads|reading|read|read ~ my|our|other|others|his|her|boss* mails|emails|mail|mailbox|inbox', 'someone|somebody ~ in|reads|reading ~ my|our|shared ~ mailbox|inbox|mails|emails', 'mailbox ~ export*|downloaded|copied|pst|synced', 'pst ~ export*|copied', 'who was in my email', 'reads|reading ~ staff|founder*|boss*|other* mail|mails|mailbox'],
    hints: { in: ['insider_threat', 'unauthorized_access'], cues: ['in mailbox of', 'mails turn to read', 'word for word'] },
  },
  {
    id: 'T1114.003', name: 'Email Forwarding Rule', tactic: 'Collection', why: 'A rule sends copies of mail away.',
    cues: ['forward* rule*', 'rule* ~ forward*', 'forward* ~ all|every|copies|copy|mails|mail|emails ~ to ~ outside|external|gmail|private|<mail>|address|unknown|strange|brother*', 'auto|automatic* forward*', 'mails|emails|mail ~ forwarded ~ outside|gmail|private|unknown|<mail>|NOT|address', 'rule ~ to an outside|external', 'forwards ~ bids|offers|mails|documents', 'rule* ~ sends|sending|send|copies ~ to', 'my mail forwards', 'mail forwards', 'sends everything'],
  },
  {
    id: 'T1213', name: 'Data from Information Repositories', tactic: 'Collection', why: 'Somebody reads systems of record without a reason of duty.',
    cues: ['looked|looking|looks|look|peeked|snoop* ~ record*|file*|notes|history|results|xray|patient* ~ NOT|ex|neighbour*|footballer|famous|celebrity|wife|husband|laughing|without|curious', 'opened ~ record|file|notes ~ footballer|celebrity|patient|ex|neighbour*|NOT', 'reading ~ ex*|neighbour* ~ results|file|notes|record', 'pulled ~ up|records|notes ~ herself|himself|without|patients', 'cloned|clone|downloaded|copied|export* ~ repos|repositories|whole wiki|sharepoint|confluence|crm|customer list|database|customers', 'export* ~ customer*|crm|clients|contacts|whole|all|leads', 'customer list|client list ~ copied|took|taken|export*|private|has|stole|sent', 'he|she must have the list', 'half ~ shift ~ looked', 'no care relationship', 'reading at night', 'copy was made by', 'bids ~ forward*|leak*', 'browse*|browsing ~ records|files ~ without|NOT', 'cloned|clone all|our|the|<number>', 'pushed our|the repo', 'select where', 'looks up|looked up ~ neighbours|ex|records|people|his|her', 'bulk export', 'opened ~ private repositories'],
    hints: { in: ['insider_threat'], cues: ['sells|sell|sold ~ names|data|numbers|list|addresses', 'key safe codes', 'cloned', 'looked into', 'she can open anybody', 'records', 'opened the record', 'appointment book'] },
  },
  {
    id: 'T1530', name: 'Data from Cloud Storage', tactic: 'Collection', why: 'Storage in the cloud was open or emptied.',
    cues: ['storage|cloud|aws bucket*', 's <number> ~ bucket|storage|public|open', 'bucket* ~ open|public|exposed|listed|everybody|anyone|customer*|backup*|files', 'blob ~ open|public|exposed|anyone|everybody|listed|storage', 'storage ~ open to all|public|everybody|anyone', 'onedrive|sharepoint|dropbox|drive|gdrive ~ public|anyone|open|everybody|shared with ~ link|all|outside|world|internet|anyone', 'anyone with the link', 'public ~ link|folder|share ~ drive|customer*|data|personal|onedrive|google'],
  },
  {
    id: 'T1074', name: 'Data Staged', tactic: 'Collection', why: 'Data was gathered in one place before it left.',
    cues: ['zipped|packed|collected|gathered|archived ~ files|data|folder*|gb|documents|together|zip|cookies', '<number>|<hundreds>|<thousands> ~ files ~ zip|rar|archive|zipped', 'big|huge|large|strange|password zip|rar|archive ~ temp|folder|desktop|server|share|found'],
  },
  {
    id: 'T1052', name: 'Exfiltration Over Physical Medium', tactic: 'Exfiltration', why: 'Data left on a stick, a disk or paper.',
    cues: ['copied|copies|copying|copy|saved|put|downloaded|took|loaded|pulled ~ files|data|customer*|drawings|list|documents|everything|records|folder*|gb|drawings ~ on|to|onto ~ STICK|drive|disk|usb|external|harddrive|removable', 'copied ~ to removable', 'STICK|drive|disk ~ copied|copying|copies|took|full of', 'removable disk', 'private ~ drive|disk|stick ~ copied|copy|copies|data|files', 'took|takes|taken ~ home|with ~ STICK|drive|disk|printed|folder|papers|list', 'printing|printed was|<number>|<hundreds>|<thousands> ~ pages|list|customer*', 'photo*|pictures|photographs|films ~ screen|screens|drawings|customer*|lists ~ private|phone|own|with'],
    hints: { in: ['insider_threat'], cues: ['printing', 'printed', 'takes pictures of the screen', 'photos of screens'] },
  },
  {
    id: 'T1048', name: 'Exfiltration Over Alternative Protocol', tactic: 'Exfiltration', why: 'Data was carried off over the network.',
    cues: ['data|files|gb|customer*|patients ~ stolen|exfiltrat*|stole|downloaded|uploaded|leaked|copied|taken|got out ~ ftp|server|outside|attacker*|night|foreign|published|talk|dark', 'exfiltrat*', 'data ~ patients|customers ~ downloaded', 'they|hackers|attackers ~ have|stole|took|got ~ <number>|<hundreds>|gb|data|files ~ gb|publish|sell|data', 'large|huge|unusual|gb upload*|outbound|outgoing ~ night|to|ip|foreign|unknown|traffic', '<number>|<hundreds> gb ~ out|upload*|outside|transferred ~ night|to', 'scp|ftp|sftp|rsync ~ outside|unknown|files|to <ip>', 'dns tunnel*'],
  },
  {
    id: 'T1567', name: 'Exfiltration Over Web Service', tactic: 'Exfiltration', why: 'Company data went to a private or public web service.',
    cues: ['upload*|sync*|syncs|put|pasted|pastes|copied|moved|saved|saves|sends ~ private|personal|own|his|her|free|public|google|dropbox ~ dropbox|drive|onedrive|icloud|wetransfer|cloud|chatbot|chatgpt|github|gmail|account', 'private|personal|own ~ dropbox|onedrive|icloud|wetransfer|gdrive|gmail', 'private|personal drive|cloud', 'pasted|pastes|pasting|put|puts|upload*|feeds ~ chatgpt|chatbot|ai|translator|deepl|copilot|gemini', 'chatgpt|chatbot|translator ~ customer*|claim*|patient*|confidential|contract*|files|data', 'sent|sends|sending|mailed|forward* ~ to ~ private|personal|own|his|her ~ mail|email|gmail|address|account|mailbox|inbox', 'wetransfer|mega nz|pastebin|telegram bot', 'keys got posted', 'customer|company|client ~ list|data ~ private|personal|gmail', 'bulk export|export ~ <mail>', 'paste*|pastes ~ chatbot|ai', 'to <mail> files', 'pushed ~ private account|repo|github'],
  },
  {
    id: 'T1005', name: 'Data from Local System', tactic: 'Collection', why: 'Files were taken off a computer.',
    cues: ['going through|searching|looking through|opening|moving ~ my|the|our files|folders|documents ~ remote*|screen|himself|herself|stranger|someone|somebody|by itself', 'someone|somebody|stranger|intruder ~ searched|opened|copied|going ~ my|the ~ files|folders|documents'],
  },
  {
    id: 'T1046', name: 'Network Service Discovery', tactic: 'Discovery', why: 'The network is being searched for ways in.',
    cues: ['port scan*|scanning|scanner', 'scan* ~ ports|network|subnet|hosts|range|<ip>', 'nmap|masscan|shodan', 'ports ~ scanned|probed|from|one after', 'probing|probes ~ network|ports|firewall|server*'],
  },
  {
    id: 'T1113', name: 'Screen Capture', tactic: 'Collection', why: 'The screen was recorded or photographed.',
    cues: ['takes|took|taking|makes|made ~ pictures|photos|screenshots ~ screen|screens|customer*|monitor', 'screenshots|screenshot ~ secretly|someone|malware|sent|by itself|his|her|private', 'records|recording|recorded ~ my|the|our screen', 'photos of screens', 'screen ~ recorded|captured|filmed'],
  },
  {
    id: 'T1123', name: 'Audio Capture', tactic: 'Collection', why: 'Somebody listens in.',
    cues: ['bug|recorder|microphone|mic|dictaphone ~ hidden|under|found|behind|taped|meeting|listening|on by itself|light', 'found|hidden ~ bug|recorder|microphone|mic|dictaphone', 'listening in|device', 'eavesdrop*|wiretap*', 'records|recorded|recording ~ meeting|conversation|call* ~ secretly|hidden|without|phone under|nobody knew|unknown', 'unknown|stranger|nobody|uninvited ~ participant|guest|in ~ meeting|call|conference', 'note taking plugin', 'small phone|phone ~ taped under'],
  },
  {
    id: 'T1125', name: 'Video Capture', tactic: 'Collection', why: 'A camera is watched by somebody who should not.',
    cues: ['webcam|camera ~ light|lamp|led ~ on|lit|by itself|green|NOT', 'webcam|camera*|cam ~ hacked|stream*|internet|public|open|youtube|twitch|website|watched|someone|online', 'hidden|small|tiny camera', 'streams|streaming ~ camera|cam|control room|cctv', 'cctv|feed ~ online|internet|stream*|open|public|leaked', 'cam light', 'cameras are open', 'footage online'],
  },
];
