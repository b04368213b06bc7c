import { mountSurface } from '../ui/mount-surface';
import { ViewRule } from './view-rule';

mountSurface(<ViewRule />);
