"""What follows from facts: checks on one notice, several notices side by side, the checklist of a bid."""
