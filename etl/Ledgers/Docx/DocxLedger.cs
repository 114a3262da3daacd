namespace SafetyAnalytics.Ledgers.Docx;
internal static class DocxLedger { public static IEnumerable<LedgerSheet> Read(LedgerInput input) => []; }
