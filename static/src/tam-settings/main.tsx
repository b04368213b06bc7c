import { mountSurface } from '../ui/mount-surface';
import { Settings } from './settings';

mountSurface(<Settings />);
