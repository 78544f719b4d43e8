import { SecuraError } from '@secura/domain/platform/errors';
import { CreateProfileInput, ProfileView } from '@secura/domain/people/operations';
import type { Person } from '@secura/domain/people/person';
import { userRef } from '../platform/actor.ts';
import { auth, fromStore } from '../platform/firebase.ts';
import { isAlreadyDone } from '../platform/once.ts';
import { selfCheckingOperation } from '../platform/operation.ts';

/** Makes a signed-in account a person of the organisation, always an employee. Running it again changes nothing. */
export const createProfile = selfCheckingOperation({
  name: 'people.createProfile',
  summary: 'Complete the registration of the account that is signed in',
  input: CreateProfileInput,
  output: ProfileView,
  cost: 'costly',
  rest: { method: 'post', path: '/api/people/profile' },
  async run({ caller, input, now }) {
    const ref = userRef(caller.uid);
    const fresh: Person = {
      ...input, email: caller.email, role: 'employee', lead: false, status: 'active', workState: null, preferences: {}, createdAt: now,
    };
    const person = await ref.create({ ...fresh }).then(
      () => fresh,
      async (error: unknown) => {
        if (!isAlreadyDone(error)) throw error;
        return fromStore<Person>((await ref.get()).data());
      },
    );
    if (person.status !== 'active') throw new SecuraError('permission-denied', 'Your account is suspended. Ask your administrator.');
    const accounts = await auth();
    // Claims follow the profile also on a repeated call: the first may have died between the two.
    await Promise.all([
      accounts.setCustomUserClaims(caller.uid, { role: person.role, ...(person.lead && { lead: true }) }),
      accounts.updateUser(caller.uid, { displayName: person.name }),
    ]);
    const { name, email, department, phone, role, lead } = person;
    return { uid: caller.uid, name, email, department, phone, role, lead };
  },
});
