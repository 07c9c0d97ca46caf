//! The examples that the rules carry: each is run.

use crate::notation::{outcomes_of, whys_of};
use gouji::rules::{Check, RULES, Status};

#[test]
fn passing_examples_pass_and_failing_ones_fail() {
    for rule in RULES {
        if matches!(rule.check, Check::Explains) {
            let said = |case| whys_of(case).iter().any(|why| why.contains(rule.message.zh));
            assert!(!said(rule.passes.case) && said(rule.fails.case), "{}", rule.code);
            continue;
        }
        let own = |case: &str| {
            outcomes_of(case).into_iter().filter(|outcome| outcome.code == rule.code).collect::<Vec<_>>()
        };
        let passing = own(rule.passes.case);
        assert!(
            passing.iter().any(|outcome| outcome.status == Status::Passed)
                && passing.iter().all(|outcome| matches!(
                    outcome.status,
                    Status::Passed | Status::NotApplicable | Status::Undecided(_)
                )),
            "{}: the passing example: {passing:?}",
            rule.code
        );
        let failing = own(rule.fails.case);
        assert!(
            failing.iter().any(|outcome| matches!(outcome.status, Status::Failed(_))),
            "{}: the failing example: {failing:?}",
            rule.code
        );
    }
}
