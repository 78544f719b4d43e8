import type { Message } from '@secura/domain/conversation/message';
import { SecuraError } from '@secura/domain/platform/errors';
import { EmergencyView, StandDownInput } from '@secura/domain/posture/operations';
import { alertRef, isInForce, readAlert } from '../platform/alert-store.ts';
import { untilAppended } from '../platform/append.ts';
import { auditedDecision } from '../platform/audit.ts';
import { eventActor, requireReadable } from '../platform/incident-operation.ts';
import { applyChange, incidentRef, readIncident } from '../platform/incident-store.ts';
import { operation } from '../platform/operation.ts';
import { viewEmergency } from './declare.ts';
import { emergencyOf, emergencyRef, postureOf, postureRef, roomRef, writePosture } from './store.ts';

/** One commit, as its declaration was. */
export const standDown = operation({
  name: 'posture.standDown',
  summary: 'Stand an emergency down: withdraws its alert, and sets the threat level if asked to; the room and the history stay',
  allow: 'emergency:declare',
  input: StandDownInput,
  output: EmergencyView,
  cost: 'write',
  rest: { method: 'post', path: '/api/emergencies/{id}/stand-down' },
  async run({ actor, input: { id, reason, level: wanted }, now, requestId }) {
    const by = { uid: actor.uid, name: actor.name };
    return untilAppended(() => auditedDecision({ actor, now, requestId }, async (tx) => {
      const [stored, standing, published] = await tx.getAll(emergencyRef(id), postureRef(), alertRef(id));
      const emergency = emergencyOf(stored!);
      if (!emergency) throw new SecuraError('not-found', 'There is no such emergency.');
      const posture = postureOf(standing!);
      if (emergency.stoodDown) return { answer: viewEmergency(emergency, posture.level), change: null };
      const incident = requireReadable(actor, readIncident(await tx.get(incidentRef(emergency.incidentId))));
      const alert = readAlert(published!);
      const level = wanted ?? posture.level;
      const stoodDown = { at: now, by, reason };
      const write = () => {
        applyChange(tx, incident, { patch: {}, events: [{ type: 'emergency.stoodDown', data: { emergencyId: id, reason } }], what: 'Stood the emergency down' }, { actor: eventActor(actor), now, requestId });
        tx.update(emergencyRef(id), { stoodDown });
        if (alert && isInForce(alert, now)) tx.update(alertRef(id), { expiresAt: now, withdrawn: { at: now, by } });
        tx.update(roomRef(id), { 'emergency.stoodDownAt': now });
        const last: Omit<Message, 'id'> = { text: `I stood the emergency down. ${reason}`, audience: 'everyone', author: { ...by, role: actor.role }, createdAt: now };
        tx.create(roomRef(id).collection('messages').doc('stood-down'), last);
        const emergencies = posture.emergencies.filter((one) => one !== id);
        writePosture(tx, { ...posture, emergencies }, level === posture.level ? null : { to: level, reason, by, at: now });
      };
      return { answer: viewEmergency({ ...emergency, stoodDown }, level), change: { action: 'emergency.stoodDown', data: { id, incidentId: emergency.incidentId, reason, level }, write } };
    }));
  },
});
