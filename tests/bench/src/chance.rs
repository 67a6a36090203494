//! Numbers that look random and are the same in every run.

/// A generator after Steele and others (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(pub u64);

impl Chance {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }

    /// One of these.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

const SENTENCES: [&str; 24] = [
    "The unit meets every morning with the prosecutor and goes through the shootings of the night.",
    "They name one person for each follow-up, and it is read out the next day.",
    "Analysts sit beside the detectives, not on another floor.",
    "The policy was written with the union, which took eight months.",
    "Storage grew four times faster than the vendor had said.",
    "Ask for the template of the memorandum of understanding.",
    "Their community partners see the numbers before the press does.",
    "It began with two officers and no budget.",
    "What would it need at home: a part-time analyst and access to the court's calendar.",
    "Supervisors review three recordings a month, drawn at random.",
    "\u{201c}We stopped counting arrests and began to count who came back.\u{201d}",
    "The county pays for the outreach workers, the city for the cars.",
    "Training takes two days, and every new supervisor repeats it in the first year.",
    "They tried to do it without the prosecutor first, and it failed.",
    "Redaction takes six hours for one hour of recording.",
    "The dashboard is open to everybody in the agency.",
    "Victims get a call within two days, whatever the case looks like.",
    "Numbers went down in the second year, not in the first.",
    "The chief comes to the review once a month and mostly listens.",
    "Two people hold the contracts together; nobody else knows the passwords.",
    "Overtime was the largest cost, and nobody had planned for it.",
    "Their evaluation by the university is public since last spring.",
    "Residents asked for the meeting to be in the evening, and now forty come.",
    "We should send the draft policy to our own council before the budget is made.",
];

/// One to three sentences as people write them.
pub fn sentences(chance: &mut Chance) -> String {
    let count = 1 + chance.below(3);
    let sentences: Vec<&str> = (0..count).map(|_| *chance.one(&SENTENCES)).collect();
    sentences.join(" ")
}
