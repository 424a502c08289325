from articles.verbs import Refused, check_rules, refusal, verb

__all__ = ["Refused", "check_rules", "refusal", "verb"]
