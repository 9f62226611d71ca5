"""How far a week moves from its plan toward watching: forecast, judgement, signals, advice."""
