import { createIncident } from '../incidents/create.ts';
import { assignIncident, unassignIncident } from '../incidents/assign.ts';
import { setCategory, setSeverity } from '../incidents/classify.ts';
import { pauseClock, resumeClock } from '../incidents/pause.ts';
import { getIncident, listIncidents, verifyChain } from '../incidents/read.ts';
import { reopenIncident, transitionIncident } from '../incidents/transition.ts';
import { setVisibility } from '../incidents/visibility.ts';
import { updateIncident } from '../incidents/update.ts';
import { createTask, updateTask } from '../tasks/tasks.ts';
import { retriageIncident, reviewTechnique, reviewTriage } from '../triage/review.ts';
import { analyzeText, assessSeverityOf, categorizeText, mitigationFor } from '../triage/ask.ts';
import { findAnomalies } from '../insight/anomalies.ts';
import { describeThreats } from '../insight/threats.ts';
import { measureTriage } from '../insight/triage-quality.ts';
import { hunt, related } from '../observables/hunt.ts';
import { exportEvidence } from '../evidence/export.ts';
import { inspectAgain } from '../evidence/inspect-again.ts';
import { openEvidence } from '../evidence/open.ts';
import { verifyEvidence } from '../evidence/verify.ts';
import { editMessage, removeMessage } from '../conversation/change.ts';
import { discardDraft } from '../conversation/discard-draft.ts';
import { draftReply } from '../conversation/draft-reply.ts';
import { postMessage } from '../conversation/post.ts';
import { convertQuestion } from '../conversation/convert.ts';
import { createProfile } from '../people/create-profile.ts';
import { setWorkState } from '../people/work-state.ts';
import { clearMailTrouble } from '../notifications/clear-mail-trouble.ts';
import { acknowledgements } from '../notifications/acknowledgements.ts';
import { publishAlert, withdrawAlert } from '../notifications/alerts.ts';
import { readAll } from '../notifications/read-all.ts';
import { confirmMail } from '../notifications/confirm-mail.ts';
import { retryMail } from '../notifications/retry-mail.ts';
import { retryMails } from '../notifications/retry-mails.ts';
import { declareEmergency } from '../posture/declare.ts';
import { standDown } from '../posture/stand-down.ts';
import { setThreatLevel } from '../posture/threat-level.ts';
import { setAssignmentRule } from '../settings/assignment.ts';
import { setClocks } from '../settings/clocks.ts';
import { setOrganisation } from '../settings/organisation.ts';
import { changeCampaignMembers, decideCampaign } from '../similar/campaign-operations.ts';
import { joinAlike } from '../similar/join.ts';
import { linkIncident, unlinkIncident } from '../similar/link.ts';
import { mergeIncident, unmergeIncident } from '../similar/merge.ts';
import type { Operation } from '../platform/operation.ts';

/** Every operation there is: what index.ts deploys as callables, the REST routes, and the tests' list. */
export const operations = [
  createIncident,
  getIncident,
  listIncidents,
  updateIncident,
  assignIncident,
  unassignIncident,
  setSeverity,
  setCategory,
  setVisibility,
  transitionIncident,
  reopenIncident,
  pauseClock,
  resumeClock,
  retriageIncident,
  reviewTriage,
  reviewTechnique,
  createTask,
  updateTask,
  verifyChain,
  hunt,
  related,
  linkIncident,
  unlinkIncident,
  mergeIncident,
  unmergeIncident,
  joinAlike,
  decideCampaign,
  changeCampaignMembers,
  openEvidence,
  verifyEvidence,
  inspectAgain,
  exportEvidence,
  postMessage,
  editMessage,
  removeMessage,
  discardDraft,
  draftReply,
  convertQuestion,
  createProfile,
  setWorkState,
  publishAlert,
  withdrawAlert,
  acknowledgements,
  readAll,
  retryMail,
  retryMails,
  confirmMail,
  clearMailTrouble,
  setThreatLevel,
  declareEmergency,
  standDown,
  setAssignmentRule,
  setClocks,
  analyzeText,
  categorizeText,
  assessSeverityOf,
  mitigationFor,
  findAnomalies,
  describeThreats,
  measureTriage,
  setOrganisation,
] as unknown as readonly Operation[];
