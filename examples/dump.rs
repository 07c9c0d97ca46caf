//! Prints the document that a file becomes.
fn main() {
    for name in std::env::args().skip(1) {
        let bytes = std::fs::read(&name).unwrap();
        match gouji::read::read(gouji::read::Source { name: &name, bytes: &bytes }) {
            Ok(read) => {
                println!(
                    "== {name} {:?} {:?}",
                    read.format,
                    read.document.notes.iter().take(5).collect::<Vec<_>>()
                );
                for b in &read.document.blocks {
                    match b {
                        gouji::document::Block::Table(t) => {
                            println!("TABLE {}x{}", t.rows(), t.columns());
                            for r in 0..t.rows() {
                                println!(
                                    "  {}",
                                    t.row(r)
                                        .map(|s| format!(
                                            "{}{}",
                                            s.text.replace('\n', "⏎"),
                                            if s.row_span * s.column_span > 1 {
                                                format!("[{}x{}]", s.row_span, s.column_span)
                                            } else {
                                                String::new()
                                            }
                                        ))
                                        .collect::<Vec<_>>()
                                        .join(" | ")
                                );
                            }
                        }
                        o => println!("{}", o.text().unwrap()),
                    }
                }
            }
            Err(e) => println!("== {name} ERR {e:?}"),
        }
    }
}
