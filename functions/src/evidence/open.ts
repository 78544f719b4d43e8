import { accessTo, type Access } from '@secura/domain/evidence/access';
import { viewPath, type Evidence } from '@secura/domain/evidence/evidence';
import { EvidenceLink, OpenEvidenceInput } from '@secura/domain/evidence/operations';
import { SecuraError } from '@secura/domain/platform/errors';
import { untilAppended } from '../platform/append.ts';
import { db } from '../platform/firebase.ts';
import { eventActor } from '../platform/incident-operation.ts';
import { applyChange } from '../platform/incident-store.ts';
import { selfCheckingOperation } from '../platform/operation.ts';
import { pictureSecrets } from '../platform/secrets.ts';
import { readCurrent } from './current.ts';
import { viewPixels } from './inspect/picture.ts';
import { linkLifeMs, makeLink, type Link } from './link.ts';
import { pictureHost } from './pictures/port.ts';
import { sealPassword } from './seal.ts';

/** Every reading of a file: no link is given out that the incident's history does not tell of. */
export const openEvidence = selfCheckingOperation({
  name: 'evidence.open',
  summary: 'Get a link to a file, or to its copy for looking at, that works once and for a minute. Who asked, when and what for is recorded',
  input: OpenEvidenceInput,
  output: EvidenceLink,
  cost: 'costly',
  secrets: pictureSecrets,
  rest: { method: 'post', path: '/api/incidents/{incidentId}/evidence/{evidenceId}/link' },
  async run({ caller, input, now, requestId }) {
    const { incidentId, evidenceId, purpose, reason = null, pixels = viewPixels, direct = false } = input;
    return untilAppended(async () => {
      const { actor, incident, evidence } = await readCurrent(caller, input, 'evidence:open');
      const what = decide(accessTo(actor, incident, evidence), evidence, input);
      const link = linkTo(evidence, what);
      const batch = db().batch();
      const host = what === 'view' && evidence.hosted && !direct ? await pictureHost() : null;
      const url = host
        ? { url: host.link(evidence.hosted!, { pixels, seconds: linkLifeMs / 1000 }), expiresAt: new Date(now.getTime() + linkLifeMs).toISOString() }
        : makeLink(batch, { ...link, incidentId, evidenceId, uid: actor.uid }, now);
      applyChange(
        batch,
        incident,
        {
          patch: {},
          events: [{ type: 'evidence.opened', data: { evidenceId, name: evidence.name, sha256: evidence.inspection?.sha256 ?? evidence.sha256, what, purpose, reason, ...(host && { via: host.provider }) } }],
          what: `Opened the file ${evidence.name}`,
        },
        { actor: eventActor(actor), now, requestId },
      );
      await batch.commit();
      return { ...url, name: link.name, contentType: link.contentType, password: what === 'sealed' ? sealPassword : null };
    });
  },
});

/** Holds a wish against what is allowed. @throws SecuraError with the sentence that says why not */
function decide(access: Access, evidence: Evidence, { what, reason, confirm }: OpenInput): 'view' | 'file' | 'sealed' {
  const denied = (): never => {
    throw new SecuraError('permission-denied', access.because ?? 'This file cannot be had in that way.');
  };
  if (what === 'view') return access.look ? 'view' : denied();
  if (access.file === null) return denied();
  if (access.file === 'plain') return 'file';
  if (reason === undefined) throw refusal('reason', 'Say why you need it.');
  if (evidence.state === 'infected' && confirm !== evidence.name) throw refusal('confirm', 'Type the name of the file exactly as it is shown.');
  return 'sealed';
}

type OpenInput = (typeof OpenEvidenceInput)['_output'];

function refusal(field: string, sentence: string): SecuraError {
  return new SecuraError('invalid-argument', sentence, { fields: { [field]: sentence } });
}

function linkTo(evidence: Evidence, what: 'view' | 'file' | 'sealed'): Pick<Link, 'what' | 'name' | 'path' | 'sha256' | 'contentType'> {
  const { name, path, inspection } = evidence;
  const original = { what, path, sha256: inspection?.sha256 ?? evidence.sha256 };
  if (what === 'sealed') return { ...original, name: `${name}.zip`, contentType: 'application/zip' };
  if (what === 'view' && evidence.view !== null) {
    // The copy is not the file: it has no fingerprint in the history.
    const copy = { what, path: viewPath(incidentOf(path), evidence.id), sha256: null };
    return evidence.view === 'picture' ? { ...copy, name: `${name}.webp`, contentType: 'image/webp' } : { ...copy, name: `${name}.json`, contentType: 'application/json' };
  }
  // Without its own type no browser shows it as a page.
  return { ...original, name, contentType: 'application/octet-stream' };
}

const incidentOf = (path: string): string => path.split('/')[1]!;
