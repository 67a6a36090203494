//! What is pasted from elsewhere: lines, and tables of a spreadsheet.

/// Someone in a table that was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedPerson {
    /// The name.
    pub name: String,
    /// The position.
    pub position: String,
    /// Work telephone or mail, more than one joined by commas.
    pub contact: String,
    /// The name of the organisation.
    pub organisation: String,
}

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Position,
    Contact,
    Organisation,
}

/// Returns the lines of a text without blanks and without the signs that lists begin their lines with;
/// empty ones are left out.
pub fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| without_sign(line.trim()).to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Takes a sign of a list off the beginning of a line: "• ", "- ", "3. ", "b) ".
pub(super) fn without_sign(line: &str) -> &str {
    let Some((sign, rest)) = line.split_once([' ', '\t']) else { return line };
    let is_bullet = matches!(sign, "•" | "-" | "–" | "*" | "·" | "o");
    let stem = sign.strip_suffix(['.', ')']);
    let is_number = stem.is_some_and(|stem| {
        let is_digits =
            !stem.is_empty() && stem.len() <= 3 && stem.bytes().all(|b| b.is_ascii_digit());
        is_digits || stem.len() == 1 && stem.bytes().all(|b| b.is_ascii_alphabetic())
    });
    if is_bullet || is_number { rest.trim_start() } else { line }
}

/// Returns the rows and cells of a table as spreadsheets copy it: cells divided by tabs, those with a tab,
/// a line break or a quotation mark in them within quotation marks.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().filter(|it| *it != '\r').peekable();
    let mut is_quoted = false;
    while let Some(character) = characters.next() {
        // There is always a row with a cell.
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => row.push(String::new()),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            '\n' => cell.push(' '),
            other => cell.push(other),
        }
    }
    for cell in rows.iter_mut().flatten() {
        *cell = cell.trim().to_owned();
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

/// Returns the people of a table, by the words in its first row; without such words the columns are name,
/// position, contact and organisation. Nothing for a text of one line without tabs, which is no table.
pub fn people(text: &str) -> Vec<PastedPerson> {
    let rows = cells(text);
    if rows.len() < 2 && !text.contains('\t') {
        return Vec::new();
    }
    let head: Vec<Option<Column>> =
        rows.first().into_iter().flatten().map(|it| column(it)).collect();
    // Two words of a head are no chance: somebody may be called Post.
    let has_head = head.iter().flatten().count() >= 2 || head == [Some(Column::Name)];
    let usual = [Column::Name, Column::Position, Column::Contact, Column::Organisation].map(Some);
    let (columns, rows) =
        if has_head { (head, &rows[1..]) } else { (usual.to_vec(), rows.as_slice()) };
    let people = rows.iter().map(|row| {
        let mut person = PastedPerson::default();
        for (column, cell) in columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let Some(column) = column else { continue };
            let (field, joint) = match column {
                Column::Name => (&mut person.name, " "),
                Column::Position => (&mut person.position, ", "),
                Column::Contact => (&mut person.contact, ", "),
                Column::Organisation => (&mut person.organisation, ", "),
            };
            if !field.is_empty() {
                field.push_str(joint);
            }
            field.push_str(cell);
        }
        person
    });
    people.filter(|person| *person != PastedPerson::default()).collect()
}

/// Returns what a column with this word in the first row holds.
fn column(word: &str) -> Option<Column> {
    let word = word.trim().trim_end_matches(':').to_ascii_lowercase();
    Some(match word.as_str() {
        "name" | "first name" | "given name" | "forename" | "last name" | "surname"
        | "family name" | "full name" | "rank" | "rank and name" => Column::Name,
        "position" | "title" | "job title" | "post" | "function" | "unit" => Column::Position,
        "email" | "e-mail" | "mail" | "phone" | "telephone" | "mobile" | "cell" | "contact"
        | "work phone" | "work email" => Column::Contact,
        "organisation" | "organization" | "agency" | "department" | "force" | "company" => {
            Column::Organisation
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn person(name: &str, position: &str, contact: &str, organisation: &str) -> PastedPerson {
        let [name, position, contact, organisation] =
            [name, position, contact, organisation].map(str::to_owned);
        PastedPerson { name, position, contact, organisation }
    }

    #[test]
    fn lines_lose_what_lists_begin_with_and_nothing_else() {
        let text = "• Weigh storage\r\n\n2. Compare policies\n  b) Ask residents\n- 3 visits a week\nA plan. Then more\n";
        assert_eq!(
            lines(text),
            [
                "Weigh storage",
                "Compare policies",
                "Ask residents",
                "3 visits a week",
                "A plan. Then more"
            ]
        );
    }

    #[test]
    fn cells_with_tabs_breaks_and_quotation_marks_are_read_as_spreadsheets_write_them() {
        let text = "Name\tNote\r\n\"Ames, \"\"Lee\"\"\"\t\"two\nlines\"\r\n\r\nB 5\" gun\t\r\n";
        assert_eq!(
            cells(text),
            [vec!["Name", "Note"], vec!["Ames, \"Lee\"", "two lines"], vec!["B 5\" gun", ""]]
        );
    }

    #[test]
    fn a_head_says_which_column_is_which_in_any_order() {
        let text = "Agency\tRank\tLast name\tJob title\tShoe size\tPhone\tE-mail\nRiverton PD\tLt.\tAmes\tAnalyst\t9\t555-0100\ta@x.example\n";
        assert_eq!(
            people(text),
            [person("Lt. Ames", "Analyst", "555-0100, a@x.example", "Riverton PD")]
        );
    }

    #[test]
    fn without_a_head_the_columns_are_name_position_contact_and_organisation() {
        let text = "Post\tDetective\nLt. Ames\tAnalyst\ta@x.example\tRiverton PD";
        assert_eq!(
            people(text),
            [
                person("Post", "Detective", "", ""),
                person("Lt. Ames", "Analyst", "a@x.example", "Riverton PD")
            ]
        );
        assert_eq!(people("Lt. Ames\nSgt. Marsh").len(), 2, "names alone");
        assert_eq!(people("Name\nLt. Ames"), [person("Lt. Ames", "", "", "")]);
    }

    #[test]
    fn a_name_alone_is_no_table() {
        assert_eq!(people("Lt. Ames"), []);
        assert_eq!(people(""), []);
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_is_read_without_a_fall_and_no_cell_gets_lost(text in "[a\"\t\n\r é]{0,40}") {
            let letters = |text: &str| text.chars().filter(|it| *it == 'a' || *it == 'é').count();
            let in_cells: usize = cells(&text).iter().flatten().map(|cell| letters(cell)).sum();
            prop_assert_eq!(in_cells, letters(&text));
            people(&text);
            lines(&text);
        }
    }
}
