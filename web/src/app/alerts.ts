// What pages of other areas show of alerts: areas meet here, not in one another's insides.
export { AlertCards } from '../alerts/alert-cards.tsx';
