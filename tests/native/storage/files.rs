//! Opened files: taking them in, and taking them back.

use peer_exchange::bundle::Entry;
use peer_exchange::model::Id;
use peer_exchange::store::{Documents, Kept};

use super::disk::Disk;
use super::{NOW, open, shown, write};

const TAB: &str = "t1";

fn store(disk: &Disk, kept: &mut Kept, tab: &str) {
    let documents = Documents(disk);
    kept.put_tail(&documents, tab, NOW).expect("put down");
    kept.fold(&documents, NOW).expect("stored");
    kept.confirm(&documents, tab, NOW).expect("looked");
}

fn stored() -> (Disk, Kept) {
    let disk = Disk::default();
    let mut kept = Kept::new(Entry::new(Id::from("x1")));
    write(&mut kept, TAB, "title", "Cameras", NOW);
    store(&disk, &mut kept, TAB);
    (disk, kept)
}

fn file() -> Entry {
    let mut theirs = Kept::new(Entry::new(Id::from("x1")));
    write(&mut theirs, "h1", "goal", "Something else altogether", NOW);
    theirs.entry().clone()
}

#[test]
fn a_file_taken_back_is_as_if_it_had_never_been_opened_and_own_work_stays() {
    let (disk, mut kept) = stored();
    let before = shown(Some(&kept));
    kept.take_file(&file());
    kept.end_file();
    assert_ne!(shown(Some(&kept)), before);
    assert!(kept.take_back());
    assert_eq!(shown(Some(&kept)), before);
    assert!(!kept.take_back(), "there is nothing more to take back");

    kept.take_file(&file());
    kept.end_file();
    store(&disk, &mut kept, TAB);
    write(&mut kept, TAB, "need", "Written on top of the file", NOW);
    store(&disk, &mut kept, TAB);
    assert!(kept.take_back());
    store(&disk, &mut kept, TAB);
    let later = open(&disk, "x1").expect("open");
    let plain = later.entry().document.plain();
    assert_eq!(plain["need"], "Written on top of the file");
    assert_eq!(plain.get("goal"), None);

    let mut again = later;
    again.take_file(&file());
    again.end_file();
    assert_eq!(again.entry().document.plain()["goal"], "Something else altogether");
}

#[test]
fn another_tab_follows_when_a_file_is_taken_back_and_keeps_what_was_written_in_it() {
    let (disk, mut kept) = stored();
    let mut other = open(&disk, "x1").expect("open");
    kept.take_file(&file());
    kept.end_file();
    store(&disk, &mut kept, TAB);
    other.fold(&Documents(&disk), NOW).expect("heard");
    write(&mut other, "t2", "need", "Written in the other tab", NOW);
    store(&disk, &mut other, "t2");

    kept.take_back();
    store(&disk, &mut kept, TAB);
    write(&mut other, "t2", "marking", "FOUO", NOW);
    store(&disk, &mut other, "t2");
    kept.fold(&Documents(&disk), NOW).expect("heard");
    for tab in [&kept, &other] {
        let plain = tab.entry().document.plain();
        assert_eq!(plain.get("goal"), None, "{plain:#}");
        assert_eq!(plain["need"], "Written in the other tab");
        assert_eq!(plain["marking"], "FOUO");
    }
}

#[test]
fn a_line_of_the_journal_does_not_bring_back_what_was_taken_back() {
    let (disk, mut kept) = stored();
    kept.take_file(&file());
    kept.end_file();
    let line = kept.whole(NOW);
    kept.take_back();
    store(&disk, &mut kept, TAB);
    let mut later = open(&disk, "x1").expect("open");
    assert!(!later.take_up(&line));
    assert_eq!(shown(Some(&later)), shown(Some(&kept)));

    // And the other way round: storage was rewound to before it was taken back, the journal was not.
    let (_, mut rewound) = stored();
    rewound.take_file(&file());
    rewound.end_file();
    assert!(rewound.take_up(&kept.whole(NOW)));
    assert_eq!(shown(Some(&rewound)), shown(Some(&kept)));
}

#[test]
fn what_was_sent_on_cannot_be_taken_back() {
    let (_, mut kept) = stored();
    kept.take_file(&file());
    kept.end_file();
    kept.forget_before_file();
    assert!(!kept.take_back());
}

#[test]
fn what_settled_a_conflict_with_a_file_is_taken_back_with_it() {
    let (disk, mut kept) = stored();
    let mut theirs = open(&disk, "x1").expect("open");
    write(&mut theirs, "h1", "title", "Cameras at Lakeside", NOW + 1);
    write(&mut kept, TAB, "title", "Body-worn cameras", NOW + 1);
    store(&disk, &mut kept, TAB);
    let before = shown(Some(&kept));
    kept.take_file(theirs.entry());
    assert_eq!(kept.entry().document.all_conflicts().count(), 1);
    write(&mut kept, TAB, "title", "Body-worn cameras at Lakeside", NOW + 2);
    kept.end_file();
    store(&disk, &mut kept, TAB);
    kept.take_back();
    store(&disk, &mut kept, TAB);
    assert_eq!(shown(Some(&kept)), before);
    assert_eq!(shown(open(&disk, "x1").as_ref()), before);
}
