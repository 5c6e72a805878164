// The comparison of chosen models on the comparison page: loaded when it is opened.
import { comparison } from './versus/comparison.js';

window.archnotesComparison = comparison;
