import { mountSurface } from '../ui/mount-surface';
import { Department } from './department';

mountSurface(<Department />);
