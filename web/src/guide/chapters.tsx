import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Chapter {
  id: string;
  title: string;
  body: ReactNode;
}

/** The guide, in the order in which people need it. */
export const chapters: readonly Chapter[] = [
  {
    id: 'report',
    title: 'When in doubt, report it',
    body: (
      <>
        <p>
          You need not be sure, you need not know what it is called, and you need not find the guilty. If something looks strange,{' '}
          <Link to="/report">report it</Link>. One report of five minutes can spare a hundred colleagues the same trap.
        </p>
        <ul>
          <li>Reporting is never held against you, also when the mistake was yours.</li>
          <li>Early beats complete: send what you know now, add the rest in the incident’s thread.</li>
          <li>It works without a network: the report waits on your device and is sent by itself.</li>
          <li>If people are in danger, call the emergency number first.</li>
        </ul>
      </>
    ),
  },
  {
    id: 'phishing',
    title: 'How to recognise phishing',
    body: (
      <>
        <p>A phishing mail wants one of three things: a click, a password, or money. It mostly shows at least two of these signs:</p>
        <ul>
          <li>
            <strong>It hurries or threatens you.</strong> “Within 24 hours”, “last reminder”, “the director needs this now”.
          </li>
          <li>
            <strong>The address does not fit the name.</strong> Look at what stands after the @, letter by letter: <code>rn</code> is not <code>m</code>.
          </li>
          <li>
            <strong>The link leads elsewhere.</strong> Hover over it, or hold it on a phone, and read the address from the right: the part before the
            first single slash decides.
          </li>
          <li>
            <strong>It asks for what nobody should ask for:</strong> a password, a sign-in code, gift cards, changed bank details.
          </li>
          <li>
            <strong>You did not expect it:</strong> an invoice without an order, a parcel without a purchase, a shared file without a word.
          </li>
        </ul>
        <p>Good spelling proves nothing any more. A known name proves nothing either: mailboxes get taken over. If it matters, call the person on a number that you already have.</p>
        <p>
          The same holds for text messages, QR codes and calls. Do not answer, do not click, do not delete it. Take a screenshot and <Link to="/report">report it</Link>.
        </p>
      </>
    ),
  },
  {
    id: 'clicked',
    title: 'I clicked. What now?',
    body: (
      <>
        <p>It happens to careful people too. What counts is the next quarter of an hour:</p>
        <ol>
          <li>Close the page. If you opened a file and the computer behaves oddly, take it off the network: pull the cable, switch Wi-Fi off. Leave it switched on.</li>
          <li>If you typed a password, change it now, from another device, everywhere that you use it.</li>
          <li>If you confirmed a sign-in prompt, say so in the report: the team ends the stranger’s session.</li>
          <li>If money was sent, call your bank at once, then the finance department.</li>
          <li>
            <Link to="/report">Report it</Link>. Write what you clicked, typed and confirmed. Keep the mail.
          </li>
        </ol>
      </>
    ),
  },
  {
    id: 'computer',
    title: 'My computer behaves oddly',
    body: (
      <>
        <p>Files that will not open, programs that nobody installed, a mouse that moves by itself, a note that asks for money:</p>
        <ol>
          <li>Take it off the network, and leave it switched on: what is in its memory helps the team.</li>
          <li>Do not plug in a USB stick or a backup drive “to save things”. It would be lost too.</li>
          <li>Do not pay, do not answer, do not try to clean it yourself.</li>
          <li>Report it from another device, and tell the colleagues next to you.</li>
        </ol>
      </>
    ),
  },
  {
    id: 'passwords',
    title: 'Passwords and sign-in',
    body: (
      <ul>
        <li>Long beats complicated: four or five words that do not belong together are hard to guess and easy to keep.</li>
        <li>One password per service. A password manager remembers them; you remember one.</li>
        <li>Switch on the second factor wherever it is offered. An app or a key is better than a text message.</li>
        <li>A prompt that you did not cause means that somebody knows your password. Refuse it, change the password, report it.</li>
        <li>Nobody needs your password to help you: not IT, not the bank, not your manager.</li>
      </ul>
    ),
  },
  {
    id: 'devices',
    title: 'Lost or stolen devices and badges',
    body: (
      <ol>
        <li>Report it at once, also at night and also if it may turn up again. Many devices can be locked and erased from afar.</li>
        <li>Say what was on it, whether it was locked, and when you last had it.</li>
        <li>Change the passwords of the accounts that were signed in on it.</li>
        <li>If it was stolen, go to the police as well. Do not chase anybody.</li>
      </ol>
    ),
  },
  {
    id: 'wrong-recipient',
    title: 'I sent it to the wrong person',
    body: (
      <ol>
        <li>Recall the mail, or take the link’s permission away.</li>
        <li>Write down what was in it, about whom, and who may have seen it.</li>
        <li>Report it now. If personal data is involved, the organisation may have to tell an authority within 72 hours, and those hours are running.</li>
      </ol>
    ),
  },
  {
    id: 'calls',
    title: 'Calls and visitors',
    body: (
      <ul>
        <li>Whoever calls and wants a code, a payment or remote access is not who they say they are. Hang up, look the number up yourself, call back.</li>
        <li>A familiar voice can be imitated. Agree on a question that only the two of you can answer.</li>
        <li>Nobody follows you through a locked door. Walk visitors without a badge to reception, in a friendly way.</li>
        <li>If somebody is where they should not be and you feel uneasy, keep your distance and report it.</li>
      </ul>
    ),
  },
  {
    id: 'everyday',
    title: 'Good habits for every day',
    body: (
      <ul>
        <li>Lock the screen when you get up.</li>
        <li>Install updates on the day they come.</li>
        <li>Share files with named people, not with “anyone who has the link”.</li>
        <li>Keep work on work accounts, and do not send it to your private mailbox.</li>
        <li>A found USB stick goes to the security team, not into a computer.</li>
        <li>On a computer that others use too, choose “shared computer” when you sign in: then nothing is kept on it.</li>
      </ul>
    ),
  },
  {
    id: 'afterwards',
    title: 'What happens after you report',
    body: (
      <>
        <p>
          You get a number at once and first advice. The security team sees your report in its queue, somebody takes it, and if there is a question
          they ask it in the thread. On your start page you see where it stands: open, under investigation, contained, resolved.
        </p>
        <p>Only you and the security team can read it. Your colleagues and your manager cannot.</p>
      </>
    ),
  },
];
