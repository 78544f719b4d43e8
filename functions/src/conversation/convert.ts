import { SecuraError } from '@secura/domain/platform/errors';
import type { ReportedIncident } from '@secura/domain/incidents/incident';
import { reportLimits } from '@secura/domain/incidents/report-limits';
import type { Message } from '@secura/domain/conversation/message';
import { ConvertedQuestion, ConvertQuestionInput } from '@secura/domain/conversation/operations';
import type { Question } from '@secura/domain/conversation/talk';
import type { Person } from '@secura/domain/people/person';
import { userRef } from '../platform/actor.ts';
import { db, fromStore } from '../platform/firebase.ts';
import { incidentRef } from '../platform/incident-store.ts';
import { operation } from '../platform/operation.ts';
import { transact } from '../platform/transaction.ts';

/** Messages that move along; one commit holds 500 writes. */
const moved = 400;

/** Makes an incident of a question, reported by who asked; what was said moves into its thread under the same ids and times. */
export const convertQuestion = operation({
  name: 'conversation.convertQuestion',
  summary: 'Turn a question to the team into an incident of the person who asked. The messages move along; asked again it answers with the same incident',
  allow: 'question:answer',
  input: ConvertQuestionInput,
  output: ConvertedQuestion,
  cost: 'costly',
  rest: { method: 'post', path: '/api/questions/{id}/incident' },
  async run({ input: { id, title }, now }) {
    const questionRef = db().doc(`questions/${id}`);
    return transact(async (tx) => {
      const stored = await tx.get(questionRef);
      if (!stored.exists) throw new SecuraError('not-found', 'There is no such question.');
      const question = fromStore<Question>(stored.data());
      if (question.incidentId) return { incidentId: question.incidentId, moved: 0 };
      // The question's own id: whoever converts it a second time meets the first incident.
      const [asker, taken, messages] = [await tx.get(userRef(question.asker.uid)), await tx.get(incidentRef(id)), await tx.get(questionRef.collection('messages').orderBy('createdAt').limit(moved))];
      if (!asker.exists) throw new SecuraError('failed-precondition', 'Who asked this has no account any more, so nobody would report the incident. Report it yourself.');
      if (taken.exists) throw new SecuraError('failed-precondition', 'There is an incident under the id of this question already. Report this one yourself.');
      const { name, email, department } = fromStore<Person>(asker.data());
      const spoken = messages.docs.filter((doc) => doc.get('deleted') === undefined);
      const report: ReportedIncident = {
        title: title ?? question.title,
        description: describe(question, spoken.map((doc) => doc.data() as Message)),
        location: null,
        occurredAt: null,
        noticedHow: null,
        affected: null,
        department,
        reporter: { uid: question.asker.uid, name, email, department },
        memberUids: [question.asker.uid],
        status: 'open',
        visibility: 'team',
        createdAt: now,
      };
      tx.create(incidentRef(id), report);
      for (const message of spoken) tx.create(incidentRef(id).collection('messages').doc(message.id), message.data());
      tx.update(questionRef, { state: 'incident', incidentId: id });
      return { incidentId: id, moved: spoken.length };
    });
  },
});

/** What the asker said, for triage to read; the team's words are no part of a report. */
function describe({ title, asker }: Question, messages: readonly Message[]): string {
  const said = messages.filter(({ author }) => author.uid === asker.uid).map(({ text }) => text);
  return `Asked as a question: ${[title, ...said].join('\n\n')}`.slice(0, reportLimits.description).trim();
}
