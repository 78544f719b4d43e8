// How other areas tell what happened to an incident: areas meet here, not in one another's insides.
export { tellEvent } from '../incidents/case/event-sentences.ts';
