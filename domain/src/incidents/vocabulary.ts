/** Severity from least to most; the index is the stored `severityRank`. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Rank for sorting: 0 low … 3 critical, -1 while nothing is known. */
export function severityRank(severity: Severity | null): number {
  return severity === null ? -1 : severities.indexOf(severity);
}

export const severityLabels: Record<Severity, string> = { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' };

/** What happened, in the words of VERIS where it has one. */
export const categories = [
  'phishing',
  'malware',
  'unauthorized_access',
  'data_breach',
  'social_engineering',
  'physical_security',
  'insider_threat',
  'denial_of_service',
  'other',
] as const;
export type Category = (typeof categories)[number];

export const categoryLabels: Record<Category, string> = {
  phishing: 'Phishing',
  malware: 'Malware',
  unauthorized_access: 'Unauthorized access',
  data_breach: 'Data breach',
  social_engineering: 'Social engineering',
  physical_security: 'Physical security',
  insider_threat: 'Insider threat',
  denial_of_service: 'Denial of service',
  other: 'Other or unclear',
};

/** Where an incident stands; the order is that of NIST SP 800-61's response. */
export const statuses = ['open', 'investigating', 'contained', 'resolved', 'closed'] as const;
export type Status = (typeof statuses)[number];

export const statusLabels: Record<Status, string> = {
  open: 'Open',
  investigating: 'Under investigation',
  contained: 'Contained',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** What each status means to the person who reported, in plain words. */
export const plainStatus: Record<Status, string> = {
  open: 'We have your report. Somebody will look at it soon.',
  investigating: 'The security team is looking into it.',
  contained: 'The danger is stopped. The team is cleaning up.',
  resolved: 'Resolved. Thank you for telling us.',
  closed: 'Resolved and filed. Thank you for telling us.',
};

/** Statuses in which work remains. */
export const activeStatuses: readonly Status[] = ['open', 'investigating', 'contained'];

/** How an incident ended, each with the meaning that reports rely on. */
export const resolutionCodes = [
  'mitigated',
  'false_positive',
  'benign',
  'duplicate',
  'policy_handled',
  'insufficient_information',
] as const;
export type ResolutionCode = (typeof resolutionCodes)[number];

export const resolutions: Record<ResolutionCode, { label: string; meaning: string }> = {
  mitigated: { label: 'Mitigated', meaning: 'A real incident: the danger was stopped and its effects removed.' },
  false_positive: { label: 'False positive', meaning: 'What was reported did not happen, or was not what it looked like.' },
  benign: { label: 'Benign', meaning: 'It happened, and it was allowed or harmless.' },
  duplicate: { label: 'Duplicate', meaning: 'Another incident already covers it.' },
  policy_handled: { label: 'Handled by policy', meaning: 'A breach of policy, passed to the people who decide about it.' },
  insufficient_information: { label: 'Insufficient information', meaning: 'It cannot be decided with what is known.' },
};

/** How the reporter came to notice it. */
export const discoveryMethods = ['saw_it', 'told_by_colleague', 'told_by_outsider', 'software_warned', 'other'] as const;
export type DiscoveryMethod = (typeof discoveryMethods)[number];

export const discoveryLabels: Record<DiscoveryMethod, string> = {
  saw_it: 'I saw it myself',
  told_by_colleague: 'A colleague told me',
  told_by_outsider: 'Somebody outside told me',
  software_warned: 'A program or device warned me',
  other: 'Another way',
};

/** `team`: the whole security team sees it. `restricted`: assignees, leads, admins and the reporter only. */
export const visibilities = ['team', 'restricted'] as const;
export type Visibility = (typeof visibilities)[number];

export const visibilityLabels: Record<Visibility, string> = { team: 'Open to the team', restricted: 'Restricted' };
