import { mountSurface } from '../ui/mount-surface';
import { Workspace } from './workspace';

mountSurface(<Workspace />);
