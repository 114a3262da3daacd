using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Problems;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>Answers in the conversations of newer programs, which show a cell's conversation and not its note.</summary>
internal static class ThreadReplies
{
    /// <summary>Takes earlier replies of ours away and adds new ones where a marked cell has a conversation.</summary>
    /// <param name="workbookLinks">Where the list of persons is found.</param>
    public static void Write(PackageParts parts, PartLinks workbookLinks, string threadsPart, IEnumerable<(int Row, int Column, string Text)> notes)
    {
        if (workbookLinks.Find("person")?.Part is not { } personsPart) return;
        var (threads, persons) = (parts.Xml(threadsPart), parts.Xml(personsPart));
        var space = threads.Root!.Name.Namespace;
        var us = Us(persons);
        threads.Root.Elements(space + "threadedComment").Where(comment => (string?)comment.Attribute("personId") == us).Remove();
        foreach (var (row, column, text) in notes)
        {
            var reference = CellPlace.Reference(row, column);
            var thread = threads.Root.Elements(space + "threadedComment").LastOrDefault(comment => (string?)comment.Attribute("ref") == reference);
            if (thread is null || ((string?)thread.Attribute("parentId") ?? (string?)thread.Attribute("id")) is not { } parent) continue;
            thread.AddAfterSelf(new XElement(
                space + "threadedComment",
                new XAttribute("ref", reference),
                thread.Attribute("dT") is { } at ? new XAttribute("dT", at.Value) : null,
                new XAttribute("personId", us),
                new XAttribute("id", IdOf(threadsPart + reference)),
                new XAttribute("parentId", parent),
                new XElement(space + "text", OfficeText.Plain(text))));
        }

        parts.Set(threadsPart, threads);
        parts.Set(personsPart, persons);
    }

    private static string Us(XDocument persons)
    {
        var space = persons.Root!.Name.Namespace;
        var known = persons.Root.Elements(space + "person").FirstOrDefault(person => (string?)person.Attribute("displayName") == CellMark.Author);
        if (known?.Attribute("id") is { } id) return id.Value;
        var ours = IdOf(CellMark.Author);
        persons.Root.Add(new XElement(space + "person", new XAttribute("displayName", CellMark.Author), new XAttribute("id", ours), new XAttribute("userId", CellMark.Author), new XAttribute("providerId", "None")));
        return ours;
    }

    /// <summary>The same for the same words: a copy is the same whenever it is made.</summary>
    private static string IdOf(string words) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();
}
