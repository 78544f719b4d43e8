import type { Cue } from './techniques/cues.ts';

/**
 * How bad it is, in words that say it plainly: how far it reaches, what it stops, what strangers hold, and what limits the harm.
 * They speak for the severity only; what to do follows from what happened (`facts.ts`).
 */
export const impactCues = {
  outage: [
    "can't|cant|cannot|couldn't|unable work|sell|order|book|pay|reach|ship|bill|dispatch|register|deliver|produce", "nobody|noone|none|nothing can|works|goes|opens|moves|could", 'no one|customer*|guest*|patient* can|could', 'SITE ~ down|offline|dead|unreachable|unavailable|crashed|gone|collapsed',
    'is|are|was|were|went|been|goes down|offline|dead|unreachable|unavailable', 'down|unreachable|offline|dead since|for|all', "line|plant|production|work|sales|trading|belt* ~ stopped|stands|standing|halted|idle|still", 'on|with paper', 'by hand', 'sent|sending|send home', 'turned|turning|sent away',
    "doesn't|doesnt|don't|dont|won't|wont|not open|answer|respond|load|start|work", 'customers|patients|guests|parents|clients|callers ~ stuck|waiting|queue*|wait|stranded|complain*', 'sold nothing', 'lost ~ orders|sales',
  ],
  foothold: [
    'domain|global|tenant|enterprise admin*|controller*', 'tenantadmin', 'new|unknown|unfamiliar|strange|third|extra|another admin*|administrator*', 'admin*|administrator* ~ added|created|made|appeared', 'web shell', 'webshell*', 'backdoor*', 'rootkit*', 'dcsync|mimikatz|krbtgt|cobalt|beacon*|lsass|ntds',
    'log|logs|logfiles ~ wiped|cleared|emptied|deleted', 'scanner|antivirus|defender|edr|av ~ off|disabled|stopped|killed', 'shadow|vss|backup*|snapshot* ~ deleted|gone|wiped|encrypted|missing', 'deleted|wiped|encrypted|erased ~ backup*|snapshot*', 'hypervisor*|esxi|vcenter', 'root|shell access|prompt|login', 'group that may|can',
    'setpoint*', 'plc|hmi|scada ~ changed|stopped|wiped|overwritten', 'pump*|valve*|boiler*|turbine*|chlorine|pressure ~ changed|moved|set|off|opened|closed', 'rule ~ forward*|copies|moves|sends', 'forward* rule*', 'sent folder|items', 'mails|messages ~ never wrote|sent', 'from my|our account|mailbox|address', 'in my|our name',
  ],
  taken: [
    'dumped|exfiltrat*|downloaded|copied|uploaded|exported|forwarded|mailed|photographed|printed|stole|took ~ DATA', 'copied|forwards|forwarded|forwarding|sent|sends|mailed|uploaded|moved ~ private|gmail|dropbox|hotmail|freemail|competitor*', 'for sale', 'dark|darkweb|darknet web|forum|market', 'darknet', 'leaked|leak', 'published|posted ~ online|internet|web|twitter|facebook|public',
    'public|publicly ~ bucket|link|reachable|readable|accessible|available', 'public|publicly read|readable|reachable|accessible', 'anyone|anybody|everyone|everybody with|can|could|who', 'without ~ login|logging|authentication', 'index*|found by|via google|search', 'search engine*|crawler*', 'competitor*', 'journalist*|reporter*|newspaper',
  ],
  harmless: [
    'nothing ~ missing|stolen|taken|broken|damaged|gone|lost|changed|personal|secret|confidential|sensitive|private|opened|found|else', 'no|without harm|damage|effect|impact|loss|names|personal|secrets|traces|trace|consequences|sign|customer', 'nobody|noone|none|users|customers|visitors|guests|staff ~ noticed|affected|hurt|harmed', 'noticed nothing', "not|wasn't|weren't affected|reachable|dangerous|connected|urgent", 'unaffected', 'harmless',
    'only internal|pictures|totals|test|public|demo|drawings|photos', 'already public', 'public|published anyway|already', 'still work|works|worked|reachable|running|runs|up', 'all|everything ~ fine|normal|ok|okay|good|well|up|there|place|again|working', 'over now|again', 'up again', 'back up|online|normal|again', 'false alarm', 'turned out', 'works|runs|fine|normal|ok again|now', "wasn't|was not there|needed", 'a|few minute|minutes', 'for|after seconds|minutes', 'joke*|joking|prank',
  ],
  contained: [
    'disabled|deactivated|revoked|blocked|suspended|locked|reset|rotated|changed|cancelled|froze|frozen ~ ACCOUNT|PASSWORD|key|keys|card|badge|number|domain|address|it|them|tokens|sessions', 'ACCOUNT|PASSWORD|card|key|keys|badge|number|domain|address|sender|sessions ~ blocked|disabled|revoked|closed|cancelled|reset|rotated|changed|suspended|killed', 'pulled|took|cut|unplugged ~ plug|cable|uplink|network|net', 'unplugged',
    'switched|turned|took|taken|shut|powered|put|pulled it|them|that off|offline|down|out', 'switched|turned|shut|powered off|down', 'taken off|offline|down|out', 'off the network|net|line', 'isolated', 'disconnected', 'made|set|changed|switched ~ private|internal', 'bank|provider|host|filter ~ stopped|blocked|held|caught|took|filtered|filtering', 'closed at|since|now|again', 'since|already|now closed|fixed|changed|removed|blocked|reset', 'mitigat*|scrubb*|filtered', 'rate limit*', 'changed ~ PASSWORD', 'PASSWORD ~ changed', 'removed it|them', 'uninstalled', 'reimaged|reinstalled|wiped', 'patched|fixed',
  ],
  vulnerable: ['child|children|pupil*|kid|kids', 'resident*|refugee*|victim*|witness*', 'custody|restraining|abuse|violence|stalk*', 'psycholog*|therap*|psychiatr*|hiv|cancer|disabilit*|pregnan*|abortion*', 'criminal record*', 'date|dates of birth', 'dob|ssn', 'medical|clinical|discharge|referral', 'personnel files|file|records', 'asylum|shelter', 'door|key codes|code'],
  complied: [
    'signed|logged|sign|log in|on', 'i|we did', 'did so|it|that|what|as', 'typed|typd|entered|kept|reactivated|filled|confirmed|accepted|approved it|them|in|out|all|both|twice|everything|half', 'gave|given it|them|him|her|control|the|my|both|name|mine|over|away', 'told|tolled|read him|her|them|it|out', 'answered it|half|two|the|his|her',
    'i|we|he|she|they|and put|typed|entered|filled|accepted|approved|granted|confirmed|wrote|moved|bought|told|gave', 'pressed|press|tapped|clicked accept|allow|yes|approve|ok', 'put|typed|wrote|entered my|mine|his|her|ours|pass|password|card', 'shared my|the|his|her screen', 'bought|paid|payed|transferred|moved|sent|wired it|them|him|her|the|on|from',
    'photos|pictures|pics ~ codes|card|cards', 'granted', 'emailed|mailed them|it|him|her', 'opened the safe', 'handed him|her|over|them', 'let|lets him|her|them', 'installed|ran it|what|the|a', 'money|payment is|went|left gone|out|it', 'dozens|several|some|many|one|two|three|half|most paid|payed|signed|entered|filled|clicked|did',
  ],
  'seen-through': [
    'in person', 'call|called|rang|ring back', 'the real', 'knows|knew ~ nothing', 'never wrote|sends|sent|would|had|heard|ordered|writes|asks', 'i|we said ~ ask|writing|no|come|please|never', 'told ~ sling|ask|write|put|go|call', 'hang|hangs|hung|rang|put off|up|down', 'put phone|it|the ~ down', 'nothing|none|not given|transferred|sent|bought|told|paid|pressed|filled|typed|answered|opened|clicked|done|happened',
    'no transfer|info|information|payment|reply|answer', 'was|is|were|stood|sat|sitting|standing sitting|standing|next|beside|behind', 'laughed|laughing|we laughed', 'put phone down', 'in writing', 'is ~ real|ours|genuine|legit|legitimate', 'just checking|asking|forwarding|reporting', 'before i|we pay|paid|answer|reply|open', 'left empty|without', 'went away', 'sounded|seemed|looked off|odd|wrong|strange|fishy|weird', 'untrue', 'sent him|her|them ~ away|to', 'no such|account|idea',
    "don't|dont|not have|use|know|bank|order|do|tell|answer", 'retired|dead', 'silence|ignored|deleted|binned|trashed|reported', 'button', 'scam|spam|phishing|phising|fake mail|mails|email|call|sms|text|message', 'not|never fell',
  ],
  'near-miss': [
    'nearly|almost', 'in time', 'stopped there|then|here|at', 'closed the|that tab|page|window|browser', 'i stopped|backed|paused', 'before ~ anything|run|happened|paid|saved', 'attempt|attempts|attempted', 'tried|trying|tries', 'failed|failing', 'refused|rejected', "didn't|did not get|go|come|work|succeed", 'no one fell', 'sent|turned ~ away',
  ],
  petty: ['petty', 'coffee|snack*|cake|biscuit*|lunch|umbrella*|bike|bicycle|mug|stapler', 'boarding pass|ticket', 'joke*|joking|prank|dare', 'asked first|me|before', 'paid ~ back', 'was|were told', 'by mistake|accident', 'catalogue|brochure*|music|menu|demo|totals'],
  degraded: ['slow|slower|slowly|sluggish|laggy|crawl*', 'few|two|three|four|five|ten|fifteen|<number> minutes|seconds|mins|sec', 'recovered|recovers', 'up|online again|back', 'back up|online|again', 'filter*|scrubb*|mitigat*|throttl*', 'nobody|noone|users|visitors|customers noticed', 'still works|work|order|get|open|reachable|up', 'over now|again', 'stopped by|after|again', 'test|status|staging|blog|intranet page|site|system|server'],
} satisfies Record<string, readonly Cue[]>;
