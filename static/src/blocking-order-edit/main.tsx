import { mountSurface } from '../ui/mount-surface';
import { EditRule } from './edit-rule';

mountSurface(<EditRule />);
