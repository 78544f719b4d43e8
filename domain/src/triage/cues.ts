import type { Category } from '../incidents/vocabulary.ts';

/** A word or phrase that speaks for a category; `*` at the end takes any ending, `~` any few words between. */
export type Cue = readonly [phrase: string, weight: number];

/**
 * What employees write when something happens, by category. Weights are log-odds by judgement:
 * 3 nearly decides, 2 speaks clearly, 1 leans.
 */
export const cues: Record<Exclude<Category, 'other'>, readonly Cue[]> = {
  phishing: [
    ['phish*', 3], ['spear-phish*', 3], ['suspicious e-mail', 2.5], ['suspicious email*', 2.5], ['suspicious mail*', 2.5], ['strange email*', 2.5],
    ['fake email*', 3], ['spoofed email*', 3], ['scam email*', 2.5], ['email*~click*', 2], ['mail*~click*', 2], ['clicked~link', 2], ['click on a link', 2],
    ['verify my account', 2.5], ['verify your account', 2.5], ['confirm my password', 2.5], ['asked for my password', 2], ['login page', 1.5], ['log-in page', 1.5],
    ['fake website', 2], ['fake site', 2], ['fake login', 2.5], ['entered my password', 2], ['typed my password', 2], ['entered my credentials', 2],
    ['email from', 1], ['sender', 1.2], ['attachment', 1], ['link in', 1], ['qr code', 1.5], ['text message*~link', 2], ['sms~link', 2.5], ['parcel', 1],
    ['smishing', 3], ['mailbox is full', 2], ['office 365', 1], ['credential harvest*', 3], ['e-mail asking', 2], ['email asking', 2], ['responded to~email', 1.5],
  ],
  malware: [
    ['malware', 3], ['virus*', 2.5], ['ransom*', 3], ['trojan*', 3], ['worm', 2], ['spyware', 3], ['keylogger*', 3], ['infected', 2.5], ['encrypted files', 3],
    ['files~encrypted', 2.5], ['files~locked', 2], ['cannot open my files', 2], ['antivirus', 2], ['anti-virus', 2], ['defender', 1.2], ['pop-up*', 1.5], ['popups', 1.5],
    ['computer~slow', 1], ['strange program', 2], ['installed itself', 2.5], ['macro*', 1.5], ['opened~attachment', 1.2], ['exe file', 1.5], ['bitcoin*', 1.5],
    ['crypto miner', 3], ['cryptomin*', 3], ['usb stick~found', 1], ['malicious software', 3], ['malicious file', 2.5], ['malicious code', 2.5], ['backdoor', 2], ['skimm*', 1.2], ['botnet', 2],
  ],
  unauthorized_access: [
    ['hacked', 2.5], ['hack*', 2], ['unauthorized access', 3], ['unauthorised access', 3], ['gained access', 2.5], ['unknown login', 3], ['login from', 2.2], ['logged in from', 2.5],
    ['sign-in from', 2.5], ['signed in from', 2.5], ['someone logged', 2.5], ['somebody logged', 2.5], ['account~compromised', 2.5], ['compromised account', 2.5], ['mfa prompt*', 2.5],
    ['mfa request*', 2.5], ['push notification*', 1.5], ['approve~sign-in', 2], ['password~changed', 2], ['locked out', 1], ['brute force', 3], ['sql injection', 3], ['exploit*', 2],
    ['vulnerab*', 1.5], ['intrusion', 2.5], ['intruder*', 1.2], ['attacker*', 1], ['hacker*', 2.5], ['stolen credential*', 2.5], ['someone else~account', 2], ['web server', 1.2], ['defac*', 2.5],
    ['anonymous', 1.5], ['remote access', 1.2], ['forwarding rule', 2], ['admin rights', 1.2], ['network server', 1],
  ],
  data_breach: [
    ['wrong recipient', 3], ['wrong person', 2.5], ['wrong address', 2.5], ['wrong customer', 2.5], ['wrong patient', 2.5], ['sent~by mistake', 2.5], ['accidentally sent', 3], ['sent~to the wrong', 3],
    ['mistakenly', 2], ['inadvertently', 2.5], ['accidentally', 1.8], ['accidental', 1.5], ['misdirected', 2.5], ['mailed to', 1.5], ['posted online', 2], ['publicly accessible', 3], ['public folder', 2],
    ['accessible~internet', 2], ['exposed', 1.5], ['leak*', 1.8], ['data breach', 1.5], ['disclosed', 1.5], ['disclosure', 1.2], ['unencrypted', 0.8], ['cc instead of bcc', 3], ['bcc', 2], ['visible to everyone', 2.5],
    ['open bucket', 3], ['misconfigur*', 2], ['dumpster', 2.5], ['trash', 1.5], ['improper disposal', 3], ['disposed', 1.8], ['shared link', 1.5], ['anyone with the link', 2.5], ['faxed', 2], ['mailing error', 3], ['error', 0.8],
    ['printer tray', 2], ['envelope*', 1.8], ['letter*', 1],
  ],
  social_engineering: [
    ['pretend*', 2], ['pretending to be', 2.5], ['claimed to be', 2.2], ['claiming to be', 2.5], ['said he was from', 2.5], ['said she was from', 2.5], ['phone call', 1.8], ['called me', 1.8], ['caller', 2.2],
    ['vishing', 3], ['gift card*', 3], ['ceo fraud', 3], ['impersonat*', 2.2], ['urgent payment', 2], ['wire transfer', 2], ['change~bank details', 2.5], ['new bank account', 2.2], ['bank details', 1.5], ['invoice*', 0.8],
    ['tech support', 2], ['microsoft support', 2.5], ['remote session', 1.8], ['anydesk', 2], ['teamviewer', 1.8], ['pretext*', 3], ['bribe*', 2], ['deep fake', 3], ['deepfake', 3], ['asked me to buy', 2.5], ['asked for my code', 2.2],
    ['followed me in', 1.2], ['scammer*', 2], ['con man', 2], ['extort*', 1.5], ['blackmail*', 2],
  ],
  physical_security: [
    ['stolen', 2], ['theft', 2.2], ['stole', 1.8], ['thief', 2.5], ['thieves', 2.5], ['lost~laptop', 2.5], ['lost~phone', 2.5], ['lost~badge', 2.8], ['lost~key*', 2.2], ['lost~device', 2.5], ['lost~usb', 2], ['lost my', 1.8],
    ['missing laptop', 2.5], ['missing~laptop', 2.2], ['laptop~missing', 2.2], ['left~train', 1.8], ['left~taxi', 2], ['burglar*', 3], ['break-in', 2.8], ['broke into', 2], ['broken window', 2], ['tailgat*', 2.8], ['stranger', 2],
    ['without a badge', 2.8], ['no badge', 2.5], ['badge', 1.2], ['door~open', 1.8], ['server room', 1.5], ['cctv', 1.8], ['visitor*', 1.5], ['unlocked', 1.2], ['tamper*', 2], ['car', 0.9], ['vehicle', 1.5], ['hard drive*', 0.9], ['laptop', 0.6], ['usb stick', 1], ['unescorted', 2.5],
  ],
  insider_threat: [
    ['former employee', 2.5], ['ex-employee', 2.5], ['an employee', 1.2], ['employee~accessed', 2.5], ['employee~looked', 2.2], ['colleague~copied', 2.5], ['colleague~download*', 2.2], ['colleague~accessed', 2.5], ['coworker', 1.2], ['co-worker', 1.2],
    ['snoop*', 3], ['without authorization', 1.8], ['without a business need', 2.8], ['no business reason', 2.8], ['curiosity', 2.5], ['misus*', 2.2], ['abus*~access', 2.5], ['sold', 1.2], ['selling', 1.2], ['sabotag*', 2], ['policy violation', 2],
    ['against policy', 1.5], ['personal email', 1.5], ['personal account', 1.2], ['private usb', 1.8], ['resigned', 2], ['last day', 1.2], ['quit', 1], ['customer list', 1.8], ['personal gain', 2.5], ['viewed records', 2], ['medical records', 0.8],
    ['contractor', 1.2], ['disgruntled', 2.8], ['insider', 2.5], ['nurse', 0.8], ['officer', 0.8], ['embezzl*', 2.2], ['shared his password', 2], ['shared her password', 2], ['shares~password', 2],
  ],
  denial_of_service: [
    ['ddos', 3.5], ['denial of service', 3.5], ['dos attack', 3], ['flood*', 1.8], ['website~down', 2], ['site~unreachable', 2], ['site~down', 1.8], ['overload*', 1.8], ['knocked offline', 3], ['offline', 1], ['botnet', 1.5],
    ['too many requests', 2.2], ['millions of requests', 3], ['traffic spike', 2.5], ['unavailable', 1.2], ['cannot reach', 1.2], ['servers~crash*', 1.2], ['timing out', 1.5], ['outage', 1],
  ],
};

/** Everyday trouble that is no security incident by itself. */
export const everydayCues: readonly Cue[] = [
  ['coffee', 2.5], ['printer~paper', 3], ['out of paper', 3], ['toner', 3], ['paper jam', 3], ['air conditioning', 2.5], ['heating', 2.5], ['light bulb', 2.5], ['parking', 2], ['canteen', 2.5], ['meeting room', 1.5], ['projector', 2], ['monitor~flicker*', 2.5],
  ['keyboard', 1.5], ['mouse~broken', 2.5], ['new laptop request', 2.5], ['forgot my password', 2], ['vacation', 2], ['chair', 2], ['elevator', 2], ['noise', 1.2], ['wifi~slow', 1.8], ['software update', 1.2], ['how do i', 1.5], ['when is', 1], ['headset', 2], ['desk', 1], ['broken', 0.8],
];
