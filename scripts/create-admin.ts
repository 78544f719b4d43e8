import { parseArgs } from 'node:util';
import { initializeApp } from 'firebase-admin/app';
import { getAuth, type Auth, type UserRecord } from 'firebase-admin/auth';
import { FieldValue, getFirestore, type Firestore } from 'firebase-admin/firestore';
import { chooseProject, Refusal, runScript } from './project-choice.ts';

const usage = `npm run create-admin -- --email ADDRESS [--name "NAME"] [--project ID] [--force]

  --email    the account to make an administrator; it must have registered already
  --name     the name for its profile, when the profile is missing and the account has none
  --project  the Firebase project; else GCLOUD_PROJECT or GOOGLE_CLOUD_PROJECT
  --force    also when there is an administrator already

A real project is reached with application default credentials: gcloud auth application-default login
Emulators are reached when FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST are set.`;

interface Wish {
  email: string;
  name: string | undefined;
  project: string;
  where: string;
  force: boolean;
}

function readWish(): Wish | undefined {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      project: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (!values.email) throw new Refusal(`Say whom: --email is missing.\n\n${usage}`);
  return { email: values.email, name: values.name?.trim() || undefined, force: values.force, ...chooseProject(values.project, usage) };
}

async function findAccount(auth: Auth, { email, where }: Wish): Promise<UserRecord> {
  const account = await auth.getUserByEmail(email).catch((error: { code?: string }) => {
    if (error.code === 'auth/user-not-found') throw new Refusal(`Nobody in ${where} has registered as ${email}. Let the person register in the app first, then run this again.`);
    if (error.code === 'auth/invalid-email') throw new Refusal(`${email} is not an e-mail address.`);
    throw error;
  });
  if (account.disabled) throw new Refusal(`The account ${email} is disabled. Enable it in the Firebase console first.`);
  return account;
}

async function requireFirst(db: Firestore, uid: string, { force, where }: Wish): Promise<void> {
  const admins = await db.collection('users').where('role', '==', 'admin').limit(5).get();
  const others = admins.docs.filter((doc) => doc.id !== uid && doc.get('status') === 'active');
  if (others.length === 0 || force) return;
  const names = others.map((doc) => `${doc.get('name')} <${doc.get('email')}>`).join(', ');
  throw new Refusal(`${where} has an administrator already: ${names}. Use --force if you really want one more this way.`);
}

/** Profile and claims must agree, or every operation refuses the person; a run that died between them is repaired by the next. */
async function promote(auth: Auth, db: Firestore, account: UserRecord, { name }: Wish): Promise<void> {
  const ref = db.doc(`users/${account.uid}`);
  if ((await ref.get()).exists) {
    await ref.update({ role: 'admin', lead: false, status: 'active' });
  } else {
    const shownName = name ?? account.displayName;
    if (!shownName) throw new Refusal('This account has no profile and no name yet. Give one: --name "First Last"');
    await ref.create({
      name: shownName,
      email: account.email ?? '',
      department: 'Security',
      phone: null,
      role: 'admin',
      lead: false,
      status: 'active',
      workState: null,
      preferences: {},
      createdAt: FieldValue.serverTimestamp(),
    });
    await auth.updateUser(account.uid, { displayName: shownName });
  }
  await auth.setCustomUserClaims(account.uid, { role: 'admin' });
  await auth.revokeRefreshTokens(account.uid);
}

await runScript(async () => {
  const wish = readWish();
  if (!wish) {
    console.log(usage);
    return;
  }
  const app = initializeApp({ projectId: wish.project });
  const auth = getAuth(app);
  const db = getFirestore(app);
  const account = await findAccount(auth, wish);
  await requireFirst(db, account.uid, wish);
  await promote(auth, db, account, wish);
  console.log(
    [
      `${account.email} is now an administrator of ${wish.where}.`,
      ...(account.emailVerified ? [] : ['The e-mail address is not verified yet: use the link in the verification mail.']),
      'What to do next: sign out wherever the account is signed in, and sign in again. The start page is then the overview.',
    ].join('\n'),
  );
});
