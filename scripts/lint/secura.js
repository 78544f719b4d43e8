// The project's own lint rules, as a plugin.
import { boundaries } from './boundaries.js';

export default { meta: { name: 'secura' }, rules: { boundaries } };
