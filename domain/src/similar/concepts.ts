/**
 * Words that people use for one thing when they report: one concept a line. A word ends as written; with `*` it may go on.
 * Written by hand after the reports in bench/eval/data/similar-dev.jsonl had been read, so figures on those flatter it;
 * the held-out ones had not been read.
 */
const lines = `
voucher* gift* giftcard* coupon* prepaid itunes
parcel* package* shipment* delivery deliver* courier dhl fedex ups customs postage
laptop* notebook* macbook* thinkpad* surface
phone* mobile* handset* smartphone* iphone* android cellphone
call* rang ring* rung telephone* phoned caller* hotline
badge* fob* keycard* swipe lanyard* tag
door* gate* entrance* entry turnstile* barrier*
lock* padlock* key keys hinge* latch
bike* bicycle* cycle* scooter*
car cars vehicle* van vans truck* lorry boot windscreen
garage* park* carpark* space*
train* rail* tram* metro bus carriage platform station
plane flight* airport* lounge
hotel* motel* hostel guesthouse airbnb
cafe* coffee* restaurant* canteen* cafeteria* pub bar bistro bakery
taxi* uber cab cabs lyft
bag bags rucksack* backpack* briefcase* suitcase* luggage case
stolen steal* theft* thief thieves robbed robber* burgl* nicked snatch* pickpocket*
lost lose losing missing mislaid forgot* misplac* left
break* broken broke forced smash* crowbar* levered pried vandal*
usb stick* thumbdrive* flash memory pendrive*
disk disks drive drives hdd ssd nas
tablet* ipad*
printer* printout* print* copier* photocopier* scanner* mfp
camera* cctv webcam* footage* video* recording*
password* passwort passphrase* credential* login* signin sign-in logon passcode* pin
mfa 2fa authenticator* otp push approve* approval* prompt* token* notification*
code codes digits number numbers
account* mailbox* inbox* profile*
mail* email* e-mail* message* letter* newsletter*
sms text texted whatsapp imessage telegram signal
teams slack zoom webex chat* 
link* url* click* button* href
attachment* attach* docm xlsm zip macro* enclosed enclosure
invoice* bill bills billing payable* receivable* overdue remittance dunning
iban bank* transfer* wire* payee* recipient* beneficiary*
pay* salary salaries wage* payroll* payslip* raise earn* bonus* compensation remuneration
money cash euro* euros dollar* pound* pounds grand gbp eur usd cost*
card cards visa mastercard debit credit
bitcoin* btc crypto* coin* wallet* monero ethereum
ransom* extort* blackmail* threat* demand* 
encrypt* ciphered scrambled unreadable lockbit readme decrypt*
virus* malware* trojan* infect* worm* ransomware payload* backdoor* webshell*
antivirus defender edr crowdstrike sentinel* quarantin*
miner* mining cpu fan fans processor* overheating
server* host* machine* vm
computer* pc pcs desktop* workstation* terminal* device*
website* homepage* site* webpage* page* portal* web
deface* replaced slogan* flag skull graffiti
shop* store* storefront* cart* checkout* till tills kiosk* register*
slow lag* sluggish spin* timeout* hang hangs freezing
down outage* unavailable unreachable offline dead crash* 503 502 504
traffic flood* ddos dos packet* spike* requests overload* saturat*
boss* manager* director* ceo cfo chief head executive* president
colleague* coworker* teammate* mate 
supplier* vendor* contractor* provider* partner*
customer* client* shopper* guest* visitor* buyer*
patient* ward clinic* hospital* nurse* doctor* medical chart* diagnos* radiolog* xray x-ray lab
student* pupil* school* class* teacher* parent* university campus
employee* staff* worker* personnel hr
trainee* intern* apprentice* temp temps
cleaner* cleaning janitor* caretaker* facilities
police* officer* authorities
lawyer* legal solicitor* attorney* court* contract* 
resign* leaver* leaving departing notice quit* fired dismiss* terminated ex former
competitor* rival* 
download* copied copy copies export* exfiltrat* took dump
upload* dropbox drive wetransfer gdrive icloud onedrive sharepoint
folder* share* shared permission* public anyone
spreadsheet* excel xlsx csv sheet list lists table
database* sql db query injection* select
address* recipients bcc cc 
wrong mistake* mistaken* accidental* accidentally error* misdirect* mis-sent missent
bin bins dumpster* trash rubbish skip waste paper shred* recycling
document* file files paper* record* form* 
photo* picture* image* screenshot* snapshot*
private personal confidential sensitive pii gdpr
id ids passport* licence license identity
birthday birth dob ssn insurance social
tailgat* followed slipped behind sneaked snuck walked
stranger* unknown unidentified intruder* man guy fellow bloke woman lady person somebody someone
uniform* hi-vis hivis vest clipboard* engineer* technician* inspector* electrician* plumber* maintenance
server-room rack racks datacentre datacenter cabinet* comms
desk* drawer* locker* cupboard* cabinet
office* floor* room* building* corridor* reception* lobby
warehouse* depot* dock* loading yard
cellar* basement* underground lower
night* overnight midnight a.m late shift
morning* today dawn early
weekend* saturday sunday
wifi wi-fi wireless hotspot* ssid network* router* 
vpn remote tunnel* rdp anydesk teamviewer screenconnect
brazil abroad foreign country countries travel* overseas impossible geo*
russia* china chinese moscow nigeria* 
firewall* ids waf alert* alarm* siem
scan* probing bruteforce brute-force failed attempts guess*
admin* administrator* root privilege* superuser
rule* forward* autoforward redirect* filter*
spam* junk bulk outbound
phish* spoof* fake* bogus scam* fraud* impersonat* pretend* posing lookalike fraudulent
deepfake* voice ai cloned audio voicemail* 
qr sticker* barcode*
skimm* reader* overlay atm 
extension* add-on addon* plugin* toolbar* browser* chrome edge firefox
update* patch* upgrade* install* installer* setup
software* app apps application* program* tool
popup* pop-up* warning* window* banner* siren
support helpdesk servicedesk hotline microsoft it-support
survey* questionnaire* interview* recruiter* linkedin job* applicant* cv resume
charity donat* fundrais* lottery prize* winner* raffle*
tax taxes refund* revenue hmrc irs
fax faxes
key-logger keylogger* 
api apis secret* github git repo* repository commit*
cloud aws azure s3 bucket*
backup* restore* snapshot
log logs audit* history* trail
snoop* nosy curious looked peek* browsing unauthorised unauthorized
celebrity famous vip footballer* actor* singer* politician* athlete*
rumour* gossip* tweet* facebook instagram tiktok twitter reddit posted post
drone* 
fire smoke extinguisher* sprinkler*
water leak* flood pipe*
power electricity blackout ups
`;

const concepts = lines.trim().split('\n');

/** How many concepts there are. */
export const conceptCount = concepts.length;

const exact = new Map<string, number[]>();
const stems = new Map<string, number[]>();
for (const [concept, line] of concepts.entries()) {
  for (const word of line.trim().split(/\s+/)) {
    const [map, key] = word.endsWith('*') ? [stems, word.slice(0, -1)] : [exact, word];
    map.set(key, [...(map.get(key) ?? []), concept]);
  }
}

const shortestStem = 3;
const longestStem = 14;

/** The concepts that a word may stand for, by number. Takes time in proportion to the word, at most. */
export function conceptsOf(word: string): number[] {
  const found = [...(exact.get(word) ?? [])];
  for (let length = Math.min(word.length, longestStem); length >= shortestStem; length--) {
    const stem = stems.get(word.slice(0, length));
    if (stem) return [...found, ...stem];
  }
  return found;
}
