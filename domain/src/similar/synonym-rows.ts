/**
 * Words and phrases by which colleagues name the same thing when they report it, a row each. A word may stand in several.
 * Written by hand from what offices report in general, see decision 9. No digits: numbers are no words.
 */
export const synonymRows = `
usb, stick, memory stick, thumb drive, flash drive, pen drive, usb key, pendrive, thumbdrive, dongle
hard disk, hard drive, hdd, disk, disks, ssd, external drive
laptop, notebook, macbook, thinkpad, toughbook, dell, chromebook
computer, pc, machine, desktop, workstation, terminal
tablet, ipad, tablets
phone, mobile, cell, handset, iphone, smartphone, cellphone, android, blackberry
called, rang, phoned, telephoned, call, caller, ring, phoning, ringing
sms, text, texted, texts, whatsapp, imessage, text message
mail, email, message, e-mail, mails
voicemail, voice mail, missed call, answerphone, recording, voice message
mailbox, inbox, outlook account, mail account
teams, slack, chat, zoom, webex, skype
facebook, instagram, fb, insta, twitter, tiktok, linkedin, social media, snapchat, social
website, site, page, webpage, homepage, web page
portal, self service, extranet, webportal
intranet, sharepoint, confluence, wiki
share, shared drive, network drive, folder, file share, fileserver, file server, directory
onedrive, dropbox, google drive, wetransfer, cloud folder, cloud storage, gdrive, icloud
spreadsheet, excel, xlsx, workbook, sheet, xls
document, file, doc, docx, pdf, attachment
zip, archive, rar, iso, disk image
printer, copier, mfd, photocopier, mfp, multifunction, xerox
printout, pages, sheets, paper
fax, faxed, faxes
scanner, barcode, handheld, scan gun
register, till, checkout, pos, cash desk, registers, tills, cashier
kiosk, ticket machine, self checkout, vending
camera, cctv, webcam, lens, dome, surveillance, footage
screen, monitor, display, tv, television, projector
cursor, mouse, pointer
popup, pop up, pop-up, popups, window, dialog, notification
ransom, encrypted, scrambled, ransomware, locked files, decrypt, extension, unreadable
bitcoin, crypto, btc, monero, coins, cryptocurrency, xmr, ethereum
virus, malware, trojan, infected, infection, worm
antivirus, defender, virus scanner, endpoint protection, edr, sophos, crowdstrike
slow, sluggish, crawling, lagging, freezes, frozen, hangs
down, dead, offline, unreachable, unavailable, outage, timeout, timing out, not loading, not working
flooded, swamped, hammered, overwhelmed, bombarded, ddos, overloaded, attack traffic, denial of service
extortion, blackmail, threat, threatening, demand, demands
password, credentials, login, passcode, passphrase, user name, username, logon, signin
code, pin, digits, otp, six digits, passcodes, verification code
mfa, authenticator, approval, approve, push, two factor, prompt, prompts, second factor, multifactor
token, smartcard, yubikey, security key
signed in, logged in, sign-in, log in, logins, sign in
remote, anydesk, teamviewer, quick assist, screenconnect, remote control, take over, logmein, rustdesk
helpdesk, it desk, service desk, it support, support desk, help desk, it department, itdesk
microsoft, windows, office
vpn, tunnel, remote access
wifi, wlan, wi-fi, wireless network, hotspot, ssid, access point
router, switch, network socket, network jack, lan, patch panel, raspberry
server room, data centre, datacenter, comms room, network closet, data room, server closet, comms closet, rack
backup, backups, restore, snapshot, restore points, tape, tapes
database, sql, crm, records system
export, exported, download, downloaded, dump, copied, copying, extracting, siphoning
delete, deleted, wiped, erased, purged, vanished, emptied
domain, lookalike, spoofed, spelling, misspelled, typo
qr, barcode sticker, qr code
link, url, hyperlink, button
phish, phishing, scam, fraudulent, bogus, fake, fraud, hoax, dodgy, suspicious
impersonating, pretending, posing, claiming, purporting, pretends, claims, supposedly
quota, storage, full, limit
newsletter, subscription, subscribing, subscribe, sign-up, signup, mailing list, mailing lists
spam, junk, unsolicited
blocklist, blacklist, spamhaus, blocklisted, blacklisted
forwarding, rule, autoforward, redirect, forwarded, inbox rule
calendar, invite, invitation, meeting request, invites
gift card, voucher, vouchers, gift cards, coupon, coupons, prepaid card, itunes, steam
invoice, bill, billing, invoices
bank, account number, iban, sort code, routing number, bank details
transfer, wire, wiring, payment, paid, pay, remittance, transferring
payroll, salary, wages, wage, payslip, paycheck, pay slip, salaries, pay stub, direct deposit, earns, earnings, remuneration
tax, hmrc, irs
refund, reimbursement, repay, money back, rebate
credit card, debit card, cvv, card number, card details
parcel, package, delivery, shipment, courier, consignment
customs, import duty, import fee, duty, border
parking, car park, parking lot, parking fine, penalty notice, parking ticket, parking meter
supplier, vendor, contractor, provider
customer, client, policyholder, buyer, patron, clients
patient, patients, clinical, ward
pupil, student, learner, undergraduate, students
guest, visitor, visitors, guests
ceo, managing director, chief executive, md, boss, president, general manager, chief exec, gm
cfo, finance director, treasurer, fd, head of finance
director, executive, board, trustees, supervisory board, directors
manager, supervisor, team leader, line manager, foreman, lead
hr, human resources, personnel, people team
finance, accounting, accounts payable, accounts, ap team, bookkeeping, ledger
solicitor, lawyer, legal, attorney, law firm, barrister
auditor, audit, inspection, inspector
recruiter, headhunter, recruitment, job offer, applicant, candidate, vacancy, careers, cv, resume, hiring, job ad
leaver, leaving, resigned, handed in notice, last day, notice period, departing, quitting
former, ex-employee, ex employee, left the company, fired, retired, dismissed
competitor, rival, competition
intern, trainee, apprentice, student worker, temp
colleague, coworker, workmate, co-worker, teammate
guard, security guard, porter, concierge, doorman, guards
receptionist, reception, front desk, lobby, foyer
cleaner, cleaning, janitor, housekeeping, cleaners, cleaning crew, maid
technician, engineer, repairman, workman, serviceman, maintenance man
electrician, plumber, aircon, hvac, chiller, cooling, air conditioning, temperature, thermostat
doctor, nurse, physician, medic, clinician
medical, health, diagnosis, diagnoses, lab results, blood results, injury
tailgated, followed, slipped in, sneaked, tailgating, behind me, behind someone
stranger, unknown man, unfamiliar, intruder, trespasser, somebody i don't know, nobody knew
badge, access card, id card, key card, keycard, pass, lanyard, staff card
key, keys, master key, lock
door, entrance, gate, turnstile, barrier
keypad, door code, combination, entry code
unlocked, open, propped, ajar, wide open, wedged
window smashed, broken into, break-in, burglary, burgled, forced, crowbar, smashed
stolen, theft, taken, nicked, robbed, snatched, pinched, thief, walked off
lost, missing, misplaced, forgot, left behind, mislaid, gone, vanished, forgotten
found, discovered, came across, spotted, stumbled
bag, rucksack, backpack, briefcase, satchel, holdall
train, carriage, rail, railway, tram, metro, subway
taxi, cab, uber, rideshare, lyft, minicab
bus, coach, minibus
plane, flight, airport, aircraft
car, vehicle, boot, back seat, van, truck, lorry
hotel, motel, inn
restaurant, cafe, canteen, cafeteria, bistro, coffee shop, starbucks, bar, pub
gym, sports centre, fitness
conference, trade fair, trade show, exhibition, expo, congress, fair
meeting room, boardroom, conference room
office, bureau, workplace
kitchen, break room, tea room, staff room, kitchenette, coffee machine
corridor, hallway, aisle
lift, elevator, stairs, stairwell
basement, cellar, lower level
warehouse, depot, stockroom, storage hall, distribution centre
factory, plant, production, assembly line, shop floor, manufacturing
bin, bins, skip, dumpster, trash, rubbish, recycling, container, waste, garbage
shredder, shredding, shredded, confidential waste
whiteboard, sticky note, post-it, yellow note, flip chart
letter, post, envelope, mailed
contract, agreement, deal, lease
policy, insurance, premium, cover
bid, tender, quote, proposal, rfp, quotation
price, pricing, prices, tariff, rates
drawing, blueprint, design, cad, drawings, blueprints, plans, model
source code, repository, github, repo, gitlab
api key, secret, private key, signing key, access key
recipe, formula, formulas, trade secret
minutes, protocol, board papers, meeting records
address, addresses, home address
passport, driving licence, id document, identity card, drivers license
photo, picture, photographed, photographing, photos, snapshot, pictures
drone, quadcopter, uav
hacked, compromised, taken over, hijacked, breached, broken in, took over
defaced, defacement, skull, graffiti
posted, posting, published, leaked, public, exposed, publicly
rumour, gossip, rumours, talk
snooping, looked up, peeked, nosy, browsing records, prying, viewed
wrong person, wrong recipient, misdirected, by mistake, accidentally, in error, by accident, wrong address, mistakenly
recall, unsend, pull back, call back
everyone, whole company, all staff, entire company, everybody, all employees, company wide
night, overnight, midnight, small hours
morning, breakfast, dawn
lunch, noon, midday, lunchtime
evening, dusk, nightfall
weekend, saturday, sunday
ferry, boat, ship, vessel, port, harbour, marina
pump, petrol, gas station, fuel, filling station, petrol station
skimmer, card reader, overlay
atm, cash machine, cashpoint
safe, vault, strongroom, strongbox
cash, money, notes, takings
police, officer, cops, crime number
fire, smoke, sprinkler, extinguisher, fire alarm
flood, leak, water, burst, leaking
alarm, siren, beeping, alert
power, electricity, outage, blackout, ups
school, college, university, campus, exam, test
library, librarian, books
hospital, clinic, surgery, practice, infirmary
lab, laboratory, research, bench
council, municipality, town hall, authority, county
court, tribunal, judge
church, parish, charity
child, children, kid, kids, daughter, son
husband, wife, spouse, partner, ex, divorce
celebrity, vip, famous, footballer, singer, star, player
union, works council, labour, shop steward
bonus, pay rise, raise, premium pay
pension, retirement, superannuation
benefits, health insurance, enrolment
survey, questionnaire, feedback, poll
training, course, awareness, e-learning
investment, trading, shares, stock
merger, acquisition, takeover, buyout, due diligence
layoff, redundancies, redundancy, job cuts, closing, closure, let go
voice, deepfake, cloned voice, video call, lips
ai, chatgpt, chatbot, copilot, gemini, language model
cloud, aws, azure, gcp, tenant, subscription cost
miner, mining, cryptominer, gpu, graphics card, monero miner
firewall, port scan, ids, blocked traffic
switchboard, hotline, call centre, telephone line, phone line, call center, operator, phones
silence, silent, dead air, breathing
headset, softphone, extension
booking, reservation, reservations, bookings, appointment
shop, store, webshop, online shop, boutique, storefront
order, orders, purchase, purchasing, procurement, buying
stock, inventory, goods
box, carton, crate, pallet
sign, sticker, poster, label, flyer, leaflet
flowers, bouquet, cake, pizza
uniform, overalls, hi-vis, vest, hoodie, jacket, coat
beard, moustache, bald, hair
woman, lady, female, girl
man, guy, gentleman, male, bloke, chap, fellow
click, clicked, opened, pressed, tapped
typed, entered, filled in, put in, gave, submitted
plugged, inserted, connected, attached, stuck in
install, installed, update, upgrade, setup
chrome, browser, edge, firefox, safari
macro, enable content, enable editing
black window, command prompt, terminal window, powershell, cmd, console, black box
steered, controlled, moved by itself, by itself, on its own, remote session
log, logs, audit trail, access log, history
permissions, rights, access rights, privileges, admin rights
unsure, suspicious feeling, odd, strange, weird, peculiar, fishy, funny
eavesdropping, overheard, loud, loudly, listening
bug, listening device, microphone, recorder, wire
hostile, abusive, angry, rude, shouting, aggressive, pushy
gps, tracker, airtag, tracking, location
machine tool, cnc, plc, scada, hmi, controller, valve, setpoint
shuttle, shift, rota, roster, schedule
tills down, cash only, card payments
lift doors, escalator, parking barrier
translation, translator, interpreter
dentist, pharmacy, optician, chemist
mortgage, loan, credit, lending
claim, claimant, claims, adjuster
donation, fundraising, appeal
newspaper, journalist, press, reporter, media
customer list, client list, contact list, contacts, address list, guest list, manifest
birth date, date of birth, dob, social security, ssn, national insurance
sensitive, confidential, private, secret, personal data
scholarship, grant, funding
ticket, tickets, fare
luggage, suitcase, trolley, rack
projector, beamer
plant pot, garden, yard, courtyard
roof, attic, ceiling
fence, perimeter, wall
upset, distressed, furious, annoyed, complained, complaint, complains, complaining
reset, unlock account, locked out, lockout, can't log in, cannot log in, can't get in
deactivated, disabled, turned off, switched off, off, protection off
suspended, expire, expires, lapse, expiring, expired, deactivation
deadline, urgent, immediately, within the hour, by tonight, today only, end of day
keep quiet, confidential favour, between us, discreet, discreetly, don't tell, secretly
favour, favor, errand, task, quick task
yahoo, gmail, hotmail, private address, external address, outlook.com, personal account
reply-to, sender address, sender, from address
reimburse, expenses, expense, receipt
lottery, prize, winner, win, won
charity gala, jubilee, party, celebration, anniversary, christmas
kidnapped, hostage, emergency
fell, slipped out, dropped
smell, burning, burnt
handed in, lost property, lost and found, turned in
conductor, driver, chauffeur, operator
route, station, platform, stop
seat, bench, table, shelf, luggage rack
parked, parking space, lot, carpark, car park
snapped, cut, sawn, bolt cutters, levered, prised, jimmied
wheel, tyre, bike, bicycle, cycle, cycles, bikes, scooter
ladder, toolbox, toolbag, tools, drill
copper, cable, cables, cabling, wires
generator, battery, charger
antenna, dish, roof access
toilet, washroom, bathroom, restroom, ladies, gents, shower, changing room
locker, cabinet, drawer, cupboard, filing cabinet
canopy, smoking area, smoking corner, smokers
neighbour, passer-by, neighbor, resident, member of the public, citizen, tenant
crowd, protest, demonstration, activists, demonstrators
threatened, intimidated, bullied, harassed, harassment
note, letter, scribbled, handwritten
weapon, knife, gun, bomb
window, glass, pane, shattered
asked questions, quizzed, interrogated, pumped for information
clipboard, survey, study, interviewing
took pictures, photographing, filming, filmed, took a picture, camera phone, recorded
measured, sketching, casing, scouting, watching
credentials page, login page, login form, sign-in page, fake login, password field, form
lookalike domain, similar domain, cybersquat
certificate, ssl, tls, https warning
redirects, redirected, sends you, leads, opens a page, lands
casino, gambling, slots, betting, slot machine
porn, adult, nude, obscene, nasty
advert, ads, advertising, banner, adverts, ad
giveaway, double your, doubling, investment tip, get rich
followers, subscribers, fans
reel, story, stories, post, posts
impersonation account, fake profile, fake account, clone account
phone number, mobile number, withheld, unknown number, private number
callback, call back, rung back
robocall, automated voice, recorded voice, press one
hung up, put the phone down, ended the call, rang off
accent, foreign, broken english
directory, organigram, org chart, names of staff, staff list
shift plan, rota, holiday plan
travel, trip, business trip, travelling
abroad, overseas, foreign country, holiday, vacation, annual leave, on leave
new device, new phone, replacement phone, new handset
sim, sim card, esim, sim swap, porting
backdoor, webshell, rogue account, new admin, admin user, hidden account
service account, system account, svc
brute force, failed logins, wrong password, failed attempts, password spraying
impossible travel, unfamiliar location, sign-in from, login from
session, cookie, remembered
shared account, shared login, shared password, borrowed login, same login
post-it password, password on note, under the keyboard
privileged, administrator, admin, root, superuser
escalated, granted himself, gave himself, added himself, made herself admin
impersonated user, logged in as, used my account, in my name, under my name, under our name, sent from my account
sent items, sent folder, outbox
rules, filter, moves anything
deleted items, rss feeds, recycle bin, trash folder
bounce, undeliverable, delivery failed, come back, rejected, returned, bounced
mass mail, mail blast, reply all, reply-all storm, mail storm
cc, bcc, distribution list, recipients visible, open list
merge, mail merge, mixed up, mix-up, swapped, wrong envelope, someone else's, somebody else's, stranger's, other people's, another customer
url number, changing the number, id in the address, editing the link
without login, no login, not logged in, without signing in, no password, anyone with the link
google result, search engine, indexed, searched google
breach notice, have i been pwned, darknet, dark web, for sale, telegram channel, paste site
scraped, harvested, collected
unencrypted, plain text, cleartext, not encrypted
decommissioned, old equipment, scrap, scrapyard, recycler, disposal, disposed, ebay, flea market, auction
hard copy, paper files, folder, binder, dossier, case file, paperwork
whistle, tip-off, tell tales, telling tales, don't want to accuse, not sure i should, snitch
usb copy, external disk, private drive, own stick, private stick
uploaded, upload, pasted, put into
sabotage, tampered, manipulated, changed, altered, modified, messed with
falsified, forged, faked, backdated
bribe, kickback, favouritism, conflict of interest
overtime, timesheet, hours
conveyor, robot, robot arm, forklift, crane, press
temperature, heating, too hot, degrees, overheated, fridge, freezer
dosing, chlorine, pressure, pump house, sluice
badge log, door log, entry log, access record
screen share, shared screen, presenting
town hall, all hands, all-hands, staff meeting, assembly
hijack meeting, zoombombing, strangers joined, uninvited
keylogger, small device, little box, gadget, black box, tiny, implant
extension cable, power strip, adapter, charging cable
network cable, ethernet, lan cable, socket
rogue access point, second wlan, fake wifi, evil twin, similar name
bandwidth, traffic, requests, hits, gbps, connections
gateway timeout, error page, service unavailable, spins, spinning, blank page, white page
scripts, bots, botnet, crawlers
crypted ending, suffix, weird ending, file extension, ending
ransom note, readme, how to restore, instructions, note with demand, how to decrypt
countdown, timer, hours left
leak site, publish data, release data, put online
double clicked, ran it, executed, started, launched
flashed, flicker, flickered, brief window, opened and closed
cpu, processor, fan, hot, loud fan
browser extension, plugin, add-on, toolbar
notification spam, browser notifications, allow notifications
fake update, update required, out of date, outdated, new version
software, app, tool, program, application, programme
licence, license, subscription, serial
free version, cracked, pirated, keygen
game, gaming, minecraft, steam game
mouse jiggler, autoclicker
ceo fraud, business email compromise, payment request, urgent transfer
new account, changed account, changed bank, new bank, bank change, change of bank, different account
foreign account, lithuania, hungary, riga, offshore, overseas account
purchase order, po, order confirmation, ordered
delivery note, consignment note, waybill, cargo, freight, load, trailer, haulier, carrier, lorry
warehouse pick-up, collected, picked up, took away, loaded
tenancy, landlord, rent, housing
membership, member, members
pupils' data, grades, marks, exam results, transcripts, report cards
exam paper, exam questions, test questions, answers
thesis, research data, dataset, study data
vaccination, prescription, medication, drugs, opioid, pills
discharge letter, referral, discharge summary
x-ray, radiology, scans, ct, mri, imaging, pacs
baby, newborn, maternity, midwife
care home, social worker, foster, safeguarding
ballot, election, vote, voters, voting
planning, planning permission, planning application
council tax, benefits claim, housing benefit
license plate, number plate, registration plate, plates
speeding, toll, fine, fines, penalty
`
  .trim()
  .split('\n')
  .map((row) => row.split(', '));
