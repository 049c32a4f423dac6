# question: sigmoid
# why: scipy has it
from scipy.special import expit as sigmoid
